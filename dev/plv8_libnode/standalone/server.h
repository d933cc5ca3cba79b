/* The server of a program that runs without one (server.cpp): where its errors jump to, and its encoding. */
#ifndef PLV8_LIBNODE_STANDALONE_SERVER_H
#define PLV8_LIBNODE_STANDALONE_SERVER_H

#include "postgres_half.h"

#include <csetjmp>

extern sigjmp_buf standalone_error;
extern int standalone_encoding;

#endif
