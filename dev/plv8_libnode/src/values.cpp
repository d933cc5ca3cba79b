/*
 * What JavaScript gets to see and to give: values of the bridge as JavaScript values and back, the
 * global object and the `plv8` object. Which SQL type a value came from is not known here.
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

static Local<String> literal(Isolate *isolate, const char *text) {
  return String::NewFromUtf8(isolate, text, v8::NewStringType::kInternalized).ToLocalChecked();
}

void throw_error(Isolate *isolate, const char *message, const char *hint) {
  Local<v8::Value> error = v8::Exception::Error(literal(isolate, message));
  if (hint && !error.As<v8::Object>()
                   ->Set(isolate->GetCurrentContext(), literal(isolate, "hint"), literal(isolate, hint))
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
  if (!append(engine.exact, isolate, json) || !append_rounded_json(engine.exact.text(), store)) {
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

/* ---- the plv8 object ---- */

using Arguments = v8::FunctionCallbackInfo<v8::Value>;

/* elog.h's numbers, asserted in handler.cpp; JavaScript may overwrite the globals as on real plv8. */
static const struct {
  const char *name;
  int level;
} levels[] = {{"DEBUG5", 10}, {"DEBUG4", 11}, {"DEBUG3", 12}, {"DEBUG2", 13},  {"DEBUG1", 14}, {"DEBUG", 10},
              {"LOG", 15},    {"INFO", 17},   {"NOTICE", 18}, {"WARNING", 19}, {"ERROR", 21}};
static const int level_error = 21;

static bool join(const Arguments &arguments, int first, Bytes &message) {
  Isolate *isolate = arguments.GetIsolate();
  for (int i = first; i < arguments.Length(); i++) {
    Local<String> part;
    if (!arguments[i]->ToString(isolate->GetCurrentContext()).ToLocal(&part)) return false;
    if ((i > first && !message.append(" ", 1)) || !append(message, isolate, part)) {
      throw_error(isolate, "no memory for the message");
      return false;
    }
  }
  return true;
}

static void elog(const Arguments &arguments) {
  Isolate *isolate = arguments.GetIsolate();
  if (arguments.Length() < 2) return throw_error(isolate, "usage: plv8.elog(elevel, ...)");
  int32_t level;
  if (!arguments[0]->Int32Value(isolate->GetCurrentContext()).To(&level)) return;
  bool known = false;
  for (const auto &entry : levels) known = known || entry.level == level;
  if (!known) return throw_error(isolate, "invalid error level");
  Bytes message;
  if (!join(arguments, 1, message)) return;
  if (level == level_error) {
    Local<String> text;
    if (new_string(isolate, message.text()).ToLocal(&text)) isolate->ThrowException(v8::Exception::Error(text));
    return;
  }
  if (memchr(message.text().data, 0, message.text().size))
    return throw_error(isolate, "a message cannot contain U+0000");
  if (!host_report(level, message.text())) engine_stop(isolate);
}

static void quote(const Arguments &arguments, Quote how) {
  Isolate *isolate = arguments.GetIsolate();
  if (arguments.Length() < 1) return throw_error(isolate, "an argument is missing");
  Bytes plain, quoted;
  Local<String> text;
  if (!arguments[0]->ToString(isolate->GetCurrentContext()).ToLocal(&text)) return;
  if (!append(plain, isolate, text) || memchr(plain.text().data, 0, plain.text().size) || !plain.append("", 1))
    return throw_error(isolate, "a text that contains U+0000 cannot be quoted");
  auto take = [](void *buffer, Text result) { static_cast<Bytes *>(buffer)->append(result.data, result.size); };
  if (!host_quote(how, {plain.text().data, plain.text().size - 1}, take, &quoted)) return engine_stop(isolate);
  if (new_string(isolate, quoted.text()).ToLocal(&text)) arguments.GetReturnValue().Set(text);
}

static void quote_literal(const Arguments &arguments) { quote(arguments, Quote::literal); }

static void quote_ident(const Arguments &arguments) { quote(arguments, Quote::ident); }

static void quote_nullable(const Arguments &arguments) {
  if (arguments.Length() < 1 || arguments[0]->IsNullOrUndefined())
    return arguments.GetReturnValue().Set(literal(arguments.GetIsolate(), "NULL"));
  quote(arguments, Quote::literal);
}

static void throw_unavailable(Isolate *isolate, Local<v8::Value> name) {
  Bytes message;
  message.append("plv8.");
  append(message, isolate, name.As<String>());
  message.append(" is not available in plv8_libnode: it runs functions of plain values only");
  message.append("", 1);
  throw_error(isolate, message.text().data,
              "The extension plv8 (https://plv8.github.io) has it; many hosting providers offer that extension.");
}

static void unavailable(const Arguments &arguments) { throw_unavailable(arguments.GetIsolate(), arguments.Data()); }

static void unavailable_property(Local<v8::Name>, const v8::PropertyCallbackInfo<v8::Value> &info) {
  throw_unavailable(info.GetIsolate(), info.Data());
}

MaybeLocal<Context> new_context(Isolate *isolate) {
  v8::EscapableHandleScope scope(isolate);
  Local<v8::FunctionTemplate> plv8 = v8::FunctionTemplate::New(isolate);
  Local<v8::ObjectTemplate> object = plv8->InstanceTemplate();
  auto method = [&](const char *name, v8::FunctionCallback callback) {
    object->Set(isolate, name, v8::FunctionTemplate::New(isolate, callback, literal(isolate, name)));
  };
  method("elog", elog);
  method("quote_literal", quote_literal);
  method("quote_nullable", quote_nullable);
  method("quote_ident", quote_ident);
  for (const char *name : {"execute", "prepare", "subtransaction", "commit", "rollback", "find_function", "return_next",
                           "get_window_object", "memory_usage"})
    method(name, unavailable);
  for (const char *name : {"version", "v8_version"})
    object->SetNativeDataProperty(literal(isolate, name), unavailable_property, nullptr, literal(isolate, name));

  Local<v8::ObjectTemplate> global = v8::ObjectTemplate::New(isolate);
  for (const auto &entry : levels) global->Set(isolate, entry.name, v8::Integer::New(isolate, entry.level));
  Local<Context> context = Context::New(isolate, nullptr, global);
  if (context.IsEmpty()) return MaybeLocal<Context>();
  Context::Scope inside(context);
  Local<v8::Object> instance;
  if (!object->NewInstance(context).ToLocal(&instance) ||
      !context->Global()->Set(context, literal(isolate, "plv8"), instance).FromMaybe(false))
    return MaybeLocal<Context>();
  return scope.Escape(context);
}
