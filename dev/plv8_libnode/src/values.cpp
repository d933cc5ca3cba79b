/*
 * Values of the bridge as JavaScript values and back. Which SQL type a value came from is not known here.
 */
#include "engine.h"

#include <cstdlib>
#include <cstring>

using v8::Context;
using v8::Isolate;
using v8::Local;
using v8::MaybeLocal;
using v8::String;

bool append(Bytes &to, Isolate *isolate, Local<String> string) {
  int length = string->Length();
  char *room;
  if (string->ContainsOnlyOneByte()) { /* IsOneByte() is false for what JSON::Stringify makes */
    if (!(room = to.room(static_cast<size_t>(length)))) return false;
    string->WriteOneByte(isolate, reinterpret_cast<uint8_t *>(room), 0, length, String::NO_NULL_TERMINATION);
    if (is_ascii({room, static_cast<size_t>(length)})) {
      to.added(static_cast<size_t>(length));
      return true;
    }
  }
  /* A UTF-16 unit takes at most three bytes; Utf8Length() would read the string once more and counts a lone surrogate. */
  static_assert(String::kMaxLength <= INT32_MAX / 3, "the size of a string's UTF-8 is an int");
  if (!(room = to.room(3 * static_cast<size_t>(length)))) return false;
  /* Without REPLACE_INVALID_UTF8 a lone surrogate would put invalid UTF-8 into the database. */
  int written = string->WriteUtf8(isolate, room, 3 * length, nullptr,
                                  String::NO_NULL_TERMINATION | String::REPLACE_INVALID_UTF8);
  to.added(static_cast<size_t>(written));
  return true;
}

MaybeLocal<String> new_string(Isolate *isolate, Text text) {
  if (text.size <= static_cast<size_t>(String::kMaxLength)) {
    int size = static_cast<int>(text.size);
    MaybeLocal<String> made =
        is_ascii(text)
            ? String::NewFromOneByte(isolate, reinterpret_cast<const uint8_t *>(text.data), v8::NewStringType::kNormal, size)
            : String::NewFromUtf8(isolate, text.data, v8::NewStringType::kNormal, size);
    if (!made.IsEmpty()) return made;
  }
  throw_error(isolate, "the text is longer than a JavaScript string can be");
  return MaybeLocal<String>();
}

Local<String> literal(Isolate *isolate, const char *text) {
  return String::NewFromUtf8(isolate, text, v8::NewStringType::kInternalized).ToLocalChecked();
}

void throw_error(Isolate *isolate, const char *message, const char *hint) {
  Local<v8::Value> error = v8::Exception::Error(literal(isolate, message));
  if (hint && !error.As<v8::Object>()
                   ->CreateDataProperty(isolate->GetCurrentContext(), literal(isolate, "hint"), literal(isolate, hint))
                   .FromMaybe(false))
    return;
  isolate->ThrowException(error);
}

static MaybeLocal<v8::Value> bytes_to_js(Isolate *isolate, Text bytes) {
  /* ArrayBuffer::New(isolate, size) would abort where the allocator says no. */
  v8::ArrayBuffer::Allocator *allocator = isolate->GetArrayBufferAllocator();
  void *copy = bytes.size ? allocator->AllocateUninitialized(bytes.size) : nullptr;
  if (bytes.size && !copy) {
    throw_error(isolate, "no memory for the bytes of an argument");
    return MaybeLocal<v8::Value>();
  }
  if (bytes.size) memcpy(copy, bytes.data, bytes.size);
  auto release = [](void *data, size_t size, void *from) {
    if (data) static_cast<v8::ArrayBuffer::Allocator *>(from)->Free(data, size);
  };
  Local<v8::ArrayBuffer> buffer = v8::ArrayBuffer::New(
      isolate, std::shared_ptr<v8::BackingStore>(v8::ArrayBuffer::NewBackingStore(copy, bytes.size, release, allocator)));
  return v8::Uint8Array::New(buffer, 0, bytes.size);
}

MaybeLocal<v8::Value> value_to_js(Local<Context> context, const Value &value) {
  Isolate *isolate = context->GetIsolate();
  Local<String> string;
  Local<v8::Value> made;
  switch (value.tag) {
    case Tag::null:
    case Tag::nothing:
      return v8::Null(isolate);
    case Tag::boolean:
      return v8::Boolean::New(isolate, value.boolean);
    case Tag::number:
      return v8::Number::New(isolate, value.number);
    case Tag::bigint:
      return v8::BigInt::New(isolate, value.bigint);
    case Tag::date:
      return v8::Date::New(context, value.number);
    case Tag::bytes:
      return bytes_to_js(isolate, value.text);
    case Tag::text:
      if (!new_string(isolate, value.text).ToLocal(&string)) break;
      return string;
    case Tag::json:
      if (!new_string(isolate, value.text).ToLocal(&string)) break;
      if (!v8::JSON::Parse(context, string).ToLocal(&made)) break;
      return made;
  }
  return MaybeLocal<v8::Value>();
}

static bool text_from_js(Isolate *isolate, Local<String> string, Tag tag, Value &to, Bytes &store) {
  if (!append(store, isolate, string)) {
    throw_error(isolate, "no memory for the text of the result");
    return false;
  }
  to.tag = tag;
  to.text = store.text();
  return true;
}

static bool json_from_js(Local<Context> context, Local<v8::Value> from, Want want, Value &to, Bytes &store) {
  Isolate *isolate = context->GetIsolate();
  Local<String> json;
  if (!v8::JSON::Stringify(context, from).ToLocal(&json)) return false;
  /* JSON.stringify of a function or a symbol is undefined, which the API hands over as that word. */
  if (json->Length() == 9 && json->StringEquals(literal(isolate, "undefined"))) {
    isolate->ThrowException(v8::Exception::TypeError(literal(isolate, "the result has no JSON form")));
    return false;
  }
  if (want == Want::json) return text_from_js(isolate, json, Tag::json, to, store);
  /* Real plv8 takes numbers through float8's cast to numeric here; exact results need `returns json`. */
  engine.exact.clear();
  bool made = append(engine.exact, isolate, json) && append_rounded_json(engine.exact.text(), store);
  engine.exact.trim(kept_buffer_bytes);
  if (!made) {
    throw_error(isolate, "no memory for the text of the result");
    return false;
  }
  to.tag = Tag::json;
  to.text = store.text();
  return true;
}

static bool bytes_from_js(Isolate *isolate, Local<v8::Value> from, Value &to, Bytes &store) {
  std::shared_ptr<v8::BackingStore> bytes;
  size_t offset = 0, size;
  if (from->IsArrayBufferView()) {
    Local<v8::ArrayBufferView> view = from.As<v8::ArrayBufferView>();
    bytes = view->Buffer()->GetBackingStore();
    offset = view->ByteOffset();
    size = view->ByteLength();
  } else {
    bytes = from->IsArrayBuffer() ? from.As<v8::ArrayBuffer>()->GetBackingStore()
                                  : from.As<v8::SharedArrayBuffer>()->GetBackingStore();
    size = bytes->ByteLength();
  }
  if (!store.append(static_cast<const char *>(bytes->Data()) + offset, size)) {
    throw_error(isolate, "no memory for the bytes of the result");
    return false;
  }
  to.tag = Tag::bytes;
  to.text = store.text();
  return true;
}

bool value_from_js(Local<Context> context, Local<v8::Value> from, Want want, Value &to, Bytes &store) {
  Isolate *isolate = context->GetIsolate();
  if (from->IsNullOrUndefined()) {
    to.tag = Tag::null;
    return true;
  }
  switch (want) {
    case Want::nothing:
      to.tag = Tag::nothing;
      return true;
    case Want::boolean:
      if (!from->IsBoolean()) break;
      to.tag = Tag::boolean;
      to.boolean = from.As<v8::Boolean>()->Value();
      return true;
    case Want::int8:
      if (from->IsBigInt()) {
        bool lossless;
        to.bigint = from.As<v8::BigInt>()->Int64Value(&lossless);
        if (!lossless) break; /* as text its input function refuses it with the right message */
        to.tag = Tag::bigint;
        return true;
      }
      [[fallthrough]];
    case Want::number:
      if (!from->IsNumber()) break;
      to.tag = Tag::number;
      to.number = from.As<v8::Number>()->Value();
      return true;
    case Want::date:
      if (!from->IsDate()) break;
      to.tag = Tag::date;
      to.number = from.As<v8::Date>()->ValueOf();
      return true;
    case Want::bytes:
      if (!from->IsArrayBufferView() && !from->IsArrayBuffer() && !from->IsSharedArrayBuffer()) break;
      return bytes_from_js(isolate, from, to, store);
    case Want::json:
      if (!from->IsObject()) break;
      [[fallthrough]];
    case Want::jsonb:
      return json_from_js(context, from, want, to, store);
    case Want::text:
      break;
  }
  Local<String> string;
  if (!from->ToString(context).ToLocal(&string)) return false; /* as for a symbol or a throwing toString */
  return text_from_js(isolate, string, Tag::text, to, store);
}
