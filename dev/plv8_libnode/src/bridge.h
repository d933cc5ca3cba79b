/*
 * The border between the two halves of plv8_libnode.
 *
 * Postgres reports errors with longjmp, V8 keeps C++ objects on the stack that a longjmp would skip: the
 * two must never share a stretch of stack. So every call has three phases, Postgres | V8 | Postgres, and the
 * halves are separate files that cannot see each other: those that include postgres.h never include
 * V8's headers and the other way round. This header is all they have in common: plain values, no
 * headers of either side. A file defines PLV8_POSTGRES_HALF or PLV8_V8_HALF; the Makefile checks in the object
 * files that the V8 half uses no symbol of the server.
 */
#ifndef PLV8_LIBNODE_BRIDGE_H
#define PLV8_LIBNODE_BRIDGE_H

#include <cstddef>
#include <cstdint>

#include "text.h"

#if defined(PLV8_V8_HALF) == defined(PLV8_POSTGRES_HALF)
#error "define exactly one of PLV8_V8_HALF and PLV8_POSTGRES_HALF"
#endif
#if defined(PLV8_V8_HALF) && defined(POSTGRES_H)
#error "the V8 half must not see postgres.h: nothing in it may ereport"
#endif
#if defined(PLV8_POSTGRES_HALF) && defined(INCLUDE_V8_H_)
#error "the Postgres half must not see V8's headers: it may longjmp"
#endif

enum class Tag : uint8_t { null, nothing, boolean, number, bigint, text, json, date, bytes };

/* A value on its way over the bridge. A date is milliseconds since 1970, NaN for an invalid one. */
struct Value {
  Tag tag;
  union {
    bool boolean;
    double number;
    int64_t bigint;
    Text text; /* text, json, bytes */
  };
};

/* What the SQL result type can take natively; everything else becomes text. */
enum class Want : uint8_t { nothing, boolean, number, int8, text, json, jsonb, date, bytes };

enum class Trouble : uint8_t {
  none,
  exception,     /* a JavaScript exception, described below */
  interrupted,   /* the Postgres half asked for it and knows why */
  out_of_memory, /* the isolate is gone, and every Script with it */
  refused,       /* the engine could not do it: message and sqlstate say why */
};

/* How a visit to V8 ended. All texts belong to the engine and last until the next visit. */
struct Outcome {
  Trouble trouble;
  Value value;
  Text message, detail, hint, context, sqlstate;
};

struct Limits {
  char *stack_limit; /* JavaScript overflows below this address */
  size_t heap_bytes;
  bool jit;
};

/* A compiled function. It dies with the isolate: compare engine_epoch(). */
struct Script;

/* V8's parser looks for no interrupt: what it may read at once is bounded, in bytes of a body, in characters for eval. */
const size_t longest_source = 1 << 20;

/* ---- implemented by the V8 half (engine.cpp, visits.cpp), called by the Postgres half; none of them throws ---- */

/* Starts V8 or a fresh isolate if needed and applies the stack limit. Null if all is well. */
const Outcome *engine_prepare(const Limits &limits);

/* Counts the isolates of this process. */
uint32_t engine_epoch();

/* The source line numbers of a body begin at 1. Null, and the outcome says why, if it does not compile. */
Script *engine_compile(uint32_t role, Text name, Text body, const Text *parameters, int parameter_count,
                       const Outcome **outcome);
const Outcome &engine_call(Script *script, const Value *arguments, int argument_count, Want want);
void engine_free(Script *script);

/* Gives back a large result buffer. */
void engine_trim();

/*
 * The only function that another thread may call. If the request is still wanted, stops the visit, or lets V8 call
 * host_interrupt() soon.
 */
void engine_request_interrupt(bool (*still_wanted)(), bool (*stop_at_once)());

/* ---- implemented by the Postgres half, called from inside V8; none of them throws or longjmps ---- */

/* A visit has begun: repeats the request that a signal may have made a moment too early. */
void host_repeat_request();

/* A visit is over: withdraws the request for an interrupt. False if there was none. */
bool host_forget_request();

/* Called at a safe point after engine_request_interrupt(). True: stop the running JavaScript. */
bool host_interrupt();

/* Called inside a garbage collection, where nothing but the end of the session is possible. */
void host_collecting();

/* Reports at a level of elog.h below ERROR. False: stop; the error is kept until the visit is over. */
bool host_report(int level, Text message);

enum class Quote : uint8_t { literal, ident };
/* Hands the quoted text to take(context, text). False: stop; the error is kept. */
bool host_quote(Quote how, Text text, void (*take)(void *context, Text text), void *context);

/* V8 cannot go on: ends this session with FATAL. */
enum class Fatal : uint8_t { memory, internal };
[[noreturn]] void host_fatal(Fatal kind, const char *what, const char *where);

#endif
