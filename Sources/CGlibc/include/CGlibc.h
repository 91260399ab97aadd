/// Functions of the GNU C library that came after its version 2.34, so that the programs start with that one too.
///
/// Nothing calls them by this header: the linker takes them for what the libraries within the programs ask for.
#ifndef CGLIBC_H
#define CGLIBC_H
#endif
