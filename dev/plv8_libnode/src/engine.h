/*
 * What the files of the V8 half share: the one isolate of this process, the buffers in which texts leave, and the
 * functions between engine.cpp (life of the isolate) and values.cpp (what JavaScript gets to see).
 */
#ifndef PLV8_LIBNODE_ENGINE_H
#define PLV8_LIBNODE_ENGINE_H

#define PLV8_V8_HALF
#include <v8.h>

#include "bridge.h"

/* Bytes from malloc. A failed allocation is a return value: this half has neither exceptions nor ereport. */
class Buffer {
public:
  Buffer() = default;
  Buffer(const Buffer &) = delete;
  Buffer &operator=(const Buffer &) = delete;
  ~Buffer();

  bool reserve(size_t capacity);
  bool append(const char *data, size_t size);
  bool append(const char *text);
  bool append(v8::Isolate *isolate, v8::Local<v8::String> string);
  void clear() { size_ = 0; }
  void trim(size_t largest);
  Text text() const { return {data_ ? data_ : "", size_}; }
  bool empty() const { return size_ == 0; }

private:
  char *data_ = nullptr;
  size_t size_ = 0, capacity_ = 0;
};

/* values.cpp */
v8::MaybeLocal<v8::String> new_string(v8::Isolate *isolate, Text text);
v8::MaybeLocal<v8::Value> value_to_js(v8::Local<v8::Context> context, const Value &value);

/* The bytes of text, json and bytes go to store. False: an exception is pending. */
bool value_from_js(v8::Local<v8::Context> context, v8::Local<v8::Value> from, Want want, Value &to, Buffer &store);

void throw_error(v8::Isolate *isolate, const char *message, const char *hint = nullptr);
v8::MaybeLocal<v8::Context> new_context(v8::Isolate *isolate);

/* engine.cpp: stops the running JavaScript because the Postgres half said so. */
void engine_stop(v8::Isolate *isolate);

#endif
