/*
 * What JavaScript finds around it: the global object and the `plv8` object, of which only what needs no SQL is there.
 */
#include "engine.h"

#include <cstring>

using v8::Context;
using v8::Isolate;
using v8::Local;
using v8::MaybeLocal;
using v8::String;

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
  if (quoted.empty()) return throw_error(isolate, "no memory for the quoted text"); /* it has quotes at least */
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

/* For eval and the constructors of functions; V8 asks where it may not simply generate code from strings. */
v8::ModifyCodeGenerationFromStringsResult allow_source(Local<Context>, Local<v8::Value> source, bool) {
  bool short_enough = !source->IsString() || source.As<String>()->Length() <= static_cast<int>(longest_source);
  return {short_enough, MaybeLocal<String>()};
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
  context->AllowCodeGenerationFromStrings(false);
  context->SetErrorMessageForCodeGenerationFromStrings(
      literal(isolate, "the source text is too long: compiling cannot be interrupted"));
  Context::Scope inside(context);
  Local<v8::Object> instance;
  if (!object->NewInstance(context).ToLocal(&instance) ||
      !context->Global()->Set(context, literal(isolate, "plv8"), instance).FromMaybe(false))
    return MaybeLocal<Context>();
  return scope.Escape(context);
}
