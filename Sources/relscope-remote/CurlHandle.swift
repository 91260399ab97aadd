import CLibcurl
import HTTP

/// One connection of libcurl, and what a request needs of it. One thread uses it at a time.
@safe final class CurlHandle: Sendable {
  /// A number, as a pointer may not go from one thread to another.
  private let address: UInt

  /// - Returns: `nil` if libcurl does not start.
  init?() {
    guard Self.isStarted, let handle = unsafe curl_easy_init() else { return nil }
    address = UInt(bitPattern: handle)
  }

  deinit { unsafe curl_easy_cleanup(handle) }

  /// How many times as long as its silence a whole reply may take.
  private static let patience = 10

  private static let isStarted = relscope_curl_start() == CURLE_OK

  private var handle: UnsafeMutableRawPointer? { unsafe UnsafeMutableRawPointer(bitPattern: address) }

  /// Sends a request and waits for the reply.
  ///
  /// It follows no redirect: the token would go along, to any host.
  ///
  /// - Parameters:
  ///   - authorization: The header that says who asks.
  ///   - timeout: How long the server may be silent, in seconds.
  ///   - limit: What is left for the whole of it.
  func send(
    _ request: Request, to service: ServiceAddress, authorization: (name: String, value: String)?, timeout: Int,
    limit: TimeLimit?
  ) -> Result<Reply, TransportError> {
    unsafe curl_easy_reset(handle)
    set(CURLOPT_URL, service.url(of: request))
    unsafe relscope_curl_allow_scheme(handle, service.scheme)
    // Without TLS the proxy would read the token.
    if service.scheme == "http" { set(CURLOPT_PROXY, "") }
    set(CURLOPT_USERAGENT, "relscope")
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    set(CURLOPT_CONNECTTIMEOUT, timeout)
    let left = (limit?.left().components.seconds).map { Int($0) + 1 } ?? .max
    set(CURLOPT_TIMEOUT, max(1, min(Self.patience * timeout, left)))
    // On a connection that was used before and is gone, libcurl would send the request again by itself.
    set(CURLOPT_FRESH_CONNECT, request.isRepeatable ? 0 : 1)
    set(CURLOPT_LOW_SPEED_LIMIT, 1)
    set(CURLOPT_LOW_SPEED_TIME, timeout)
    setBody(of: request)
    let reply = CurlReply()
    var message = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
    let status = unsafe message.withUnsafeMutableBufferPointer { buffer in
      unsafe relscope_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, buffer.baseAddress)
      let own = authorization.map { [$0.name: $0.value] } ?? [:]
      let status = withHeaders(request.headers.merging(own) { $1 }) { perform(reply) }
      unsafe relscope_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, nil)
      return status
    }
    guard status == CURLE_OK else {
      let text = String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let detail = text.isEmpty ? unsafe String(cString: curl_easy_strerror(status)) : text
      return .failure(
        reply.isTooLong ? .tooLong(megabytes: CurlReply.limit >> 20) : Self.error(status, detail, timeout))
    }
    var code = 0
    unsafe relscope_curl_status(handle, &code)
    return .success(Reply(status: code, headers: reply.headers, body: reply.body))
  }

  private func setBody(of request: Request) {
    switch request.method {
    case .get: set(CURLOPT_HTTPGET, 1)
    case .post: set(CURLOPT_POST, 1)
    case .put, .patch, .delete: break
    }
    if let body = request.body ?? (request.method == .post ? [] : nil) {
      _ = unsafe body.withUnsafeBytes { unsafe relscope_curl_set_body(handle, $0.baseAddress, $0.count) }
    }
    if request.method != .get { set(CURLOPT_CUSTOMREQUEST, request.method.rawValue) }
  }

  private func withHeaders(_ headers: [String: String], _ body: () -> CURLcode) -> CURLcode {
    var list: UnsafeMutablePointer<curl_slist>?
    for (name, value) in headers.sorted(by: { $0.key < $1.key }) {
      unsafe list = unsafe curl_slist_append(list, "\(name): \(value)") ?? list
    }
    unsafe relscope_curl_set_list(handle, CURLOPT_HTTPHEADER, list)
    defer {
      unsafe relscope_curl_set_list(handle, CURLOPT_HTTPHEADER, nil)
      unsafe curl_slist_free_all(list)
    }
    return body()
  }

  private func perform(_ reply: CurlReply) -> CURLcode {
    unsafe relscope_curl_set_writer(handle, CURLOPT_WRITEFUNCTION, CurlReply.addToBody)
    unsafe relscope_curl_set_pointer(handle, CURLOPT_WRITEDATA, reply.pointer)
    unsafe relscope_curl_set_writer(handle, CURLOPT_HEADERFUNCTION, CurlReply.addHeader)
    unsafe relscope_curl_set_pointer(handle, CURLOPT_HEADERDATA, reply.pointer)
    return withExtendedLifetime(reply) { unsafe curl_easy_perform(handle) }
  }

  private func set(_ option: CURLoption, _ number: Int) { _ = unsafe relscope_curl_set_number(handle, option, number) }

  private func set(_ option: CURLoption, _ text: String) { _ = unsafe relscope_curl_set_text(handle, option, text) }

  private static func error(_ status: CURLcode, _ detail: String, _ timeout: Int) -> TransportError {
    switch status {
    case CURLE_OPERATION_TIMEDOUT: .timedOut(seconds: timeout)
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT, CURLE_URL_MALFORMAT,
      CURLE_UNSUPPORTED_PROTOCOL:
      .unreachable(detail)
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
      CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CRL_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS,
      CURLE_USE_SSL_FAILED, CURLE_SSL_ENGINE_INITFAILED:
      .untrusted(detail)
    default: .interrupted(detail)
    }
  }
}
