/*
 * What the files of the V8 half share: the one isolate of this process, the buffers in which texts leave, and the
 * functions between engine.cpp (life and limits of V8), visits.cpp (compiling and calling), errors.cpp (what went wrong),
 * values.cpp (values) and plv8_object.cpp (what else JavaScript gets to see).
 */
#ifndef PLV8_LIBNODE_ENGINE_H
#define PLV8_LIBNODE_ENGINE_H

#define PLV8_V8_HALF
#include <v8.h>

#include <pthread.h>

#include <atomic>
#include <map>
#include <vector>

#include "bridge.h"

struct Script {
  v8::Global<v8::Function> function;
  v8::Global<v8::Context> context;
  Script *next, **link; /* all scripts of the isolate, so that they can be emptied before it goes */
  char name[256];       /* a Postgres name is at most 63 bytes, each at most four in UTF-8 */
};

struct Rejection {
  v8::Global<v8::Promise> promise;
  v8::Global<v8::Value> reason;
};

struct Engine {
  v8::Isolate *isolate = nullptr;
  uint32_t epoch = 0;
  char *stack_limit = nullptr;
  size_t heap_bytes = 0;
  double exhausted_at = 0;
  bool started = false, exhausted = false;
  std::atomic<bool> busy{false};    /* a visit is under way */
  std::atomic<bool> stopped{false}; /* by the watchdog, or by engine_stop() */
  std::map<uint32_t, v8::Global<v8::Context>> contexts; /* by role */
  std::vector<Rejection> rejections;
  size_t rejections_reported = 0, rejections_dropped = 0; /* by this visit; too many to report */
  Script *scripts = nullptr;
  Outcome outcome = {};
  Bytes result, message, detail, hint, frames, sqlstate; /* what the outcome's texts point to */
  Bytes exact;                                           /* jsonb's text before its numbers are rounded */
};

extern Engine &engine;

const size_t kept_buffer_bytes = 1u << 20;

inline bool is_stopped() { return engine.stopped || engine.exhausted; }

/* ---- engine.cpp ---- */

void engine_stop(v8::Isolate *isolate); /* because the Postgres half said so */
void end_isolate();
void check_heap(); /* when a visit ends; may exhaust it */
void await_watchdog(); /* whatever it has begun to ask of V8 is done */
const Outcome &refuse(const char *sqlstate, const char *message);

/* ---- errors.cpp ---- */

/* Makes the exception the outcome; `name` is that of the function. */
void describe(v8::TryCatch &caught, v8::Local<v8::Context> context, const char *name);
void note_rejection(v8::PromiseRejectMessage message);
/* False: there was none, and no JavaScript ran. */
bool report_rejections(v8::Local<v8::Context> context);

/* ---- values.cpp ---- */

/* Appends as UTF-8, with U+FFFD for a lone surrogate. False: no memory. */
bool append(Bytes &to, v8::Isolate *isolate, v8::Local<v8::String> string);

v8::MaybeLocal<v8::String> new_string(v8::Isolate *isolate, Text text);
v8::MaybeLocal<v8::Value> value_to_js(v8::Local<v8::Context> context, const Value &value);

/* The bytes of text, json and bytes go to store. False: an exception is pending. */
bool value_from_js(v8::Local<v8::Context> context, v8::Local<v8::Value> from, Want want, Value &to, Bytes &store);

v8::Local<v8::String> literal(v8::Isolate *isolate, const char *text);
void throw_error(v8::Isolate *isolate, const char *message, const char *hint = nullptr);

/* ---- plv8_object.cpp ---- */

v8::MaybeLocal<v8::Context> new_context(v8::Isolate *isolate);
v8::ModifyCodeGenerationFromStringsResult allow_source(v8::Local<v8::Context>, v8::Local<v8::Value> source, bool);

#endif
