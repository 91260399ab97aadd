#ifndef RELSCOPE_CLIBCURL_SHIM_H
#define RELSCOPE_CLIBCURL_SHIM_H

#include <curl/curl.h>

/* Swift cannot call functions whose arguments vary: one function for each type of argument. */

typedef size_t (*relscope_curl_writer)(char *, size_t, size_t, void *);

static inline CURLcode relscope_curl_start(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }

static inline CURLcode relscope_curl_set_number(CURL *handle, CURLoption option, long value) {
  return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode relscope_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode relscope_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode relscope_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode relscope_curl_set_writer(CURL *handle, CURLoption option, relscope_curl_writer value) {
  return (curl_easy_setopt)(handle, option, value);
}

/* The bytes are copied. */
static inline CURLcode relscope_curl_set_body(CURL *handle, const void *bytes, size_t count) {
  CURLcode status = (curl_easy_setopt)(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
  return status != CURLE_OK ? status : (curl_easy_setopt)(handle, CURLOPT_COPYPOSTFIELDS, bytes);
}

/* Only this scheme, also where a server sends the request elsewhere. */
static inline CURLcode relscope_curl_allow_scheme(CURL *handle, const char *scheme) {
#if LIBCURL_VERSION_NUM >= 0x075500
  return (curl_easy_setopt)(handle, CURLOPT_PROTOCOLS_STR, scheme);
#else
  return (curl_easy_setopt)(handle, CURLOPT_PROTOCOLS, scheme[4] == 's' ? (long)CURLPROTO_HTTPS : (long)CURLPROTO_HTTP);
#endif
}

static inline CURLcode relscope_curl_status(CURL *handle, long *status) {
  return (curl_easy_getinfo)(handle, CURLINFO_RESPONSE_CODE, status);
}

#endif
