/*
 * What went wrong, in words: exceptions as the outcome of a visit, rejections that nobody handled as warnings. Reading
 * either runs JavaScript again (getters, toString), which may throw, be stopped, or be made to answer at any length.
 */
#include "engine.h"

#include <cstdio>

using v8::Context;
using v8::Isolate;
using v8::Local;
using v8::String;

static const int level_warning = 19;

namespace {

const size_t reported_rejections = 8;
const int source_line_characters = 1000, message_characters = 100000, name_characters = 200;

void append_head(Isolate *isolate, Local<String> string, int longest, Bytes &to) {
  if (string->Length() <= longest) {
    append(to, isolate, string);
    return;
  }
  std::vector<uint16_t> head(static_cast<size_t>(longest));
  Local<String> shown;
  string->Write(isolate, head.data(), 0, longest, String::NO_NULL_TERMINATION);
  if (String::NewFromTwoByte(isolate, head.data(), v8::NewStringType::kNormal, longest).ToLocal(&shown))
    append(to, isolate, shown);
  to.append(" ...");
}

void append_string(v8::TryCatch &guard, Local<Context> context, Local<v8::Value> value, Bytes &to) {
  Local<String> string;
  if (!value->ToString(context).ToLocal(&string)) {
    guard.Reset();
    if (!value->ToDetailString(context).ToLocal(&string)) return; /* runs no JavaScript, does not throw */
  }
  append_head(context->GetIsolate(), string, message_characters, to);
}

void append_property(v8::TryCatch &guard, Local<Context> context, Local<v8::Object> error, const char *name, Bytes &to) {
  Isolate *isolate = context->GetIsolate();
  Local<v8::Value> value;
  if (!error->Get(context, String::NewFromUtf8(isolate, name).ToLocalChecked()).ToLocal(&value)) return guard.Reset();
  if (!value->IsNullOrUndefined()) append_string(guard, context, value, to);
}

void append_frames(Isolate *isolate, Local<v8::Message> message, Bytes &to) {
  Local<v8::StackTrace> trace = message->GetStackTrace();
  /* One frame is the function itself, which the first line names already. */
  if (trace.IsEmpty() || trace->GetFrameCount() < 2) return;
  for (int i = 0; i < trace->GetFrameCount(); i++) {
    Local<v8::StackFrame> frame = trace->GetFrame(isolate, static_cast<uint32_t>(i));
    to.append("\n    at ");
    if (frame->GetFunctionName().IsEmpty() || frame->GetFunctionName()->Length() == 0)
      to.append("<anonymous>");
    else
      append_head(isolate, frame->GetFunctionName(), name_characters, to); /* JavaScript chooses it, at any length */
    char place[40];
    snprintf(place, sizeof place, " (line %d, column %d)", frame->GetLineNumber(), frame->GetColumn());
    to.append(place);
  }
}

}  // namespace

void describe(v8::TryCatch &caught, Local<Context> context, const char *name) {
  Isolate *isolate = context->GetIsolate();
  engine.outcome.trouble = Trouble::exception;
  if (caught.HasTerminated() || is_stopped()) return;
  if (!caught.HasCaught()) { /* as for the name of a parameter that V8 does not take */
    refuse("XX000", "V8 failed and did not say why");
    return;
  }
  v8::TryCatch guard(isolate);
  Local<v8::Value> error = caught.Exception();
  append_string(guard, context, error, engine.message);
  if (error->IsObject()) {
    Local<v8::Object> object = error.As<v8::Object>();
    append_property(guard, context, object, "detail", engine.detail);
    append_property(guard, context, object, "hint", engine.hint);
    append_property(guard, context, object, "sqlerrcode", engine.sqlstate);
    append_property(guard, context, object, "context", engine.frames);
  }
  if (!engine.frames.empty()) engine.frames.append("\n");
  engine.frames.append(name);
  engine.frames.append("()");
  Local<v8::Message> message = caught.Message();
  int line;
  Local<String> source;
  if (!message.IsEmpty() && message->GetLineNumber(context).To(&line) && line > 0) {
    char number[24];
    snprintf(number, sizeof number, " LINE %d: ", line);
    engine.frames.append(number);
    if (message->GetSourceLine(context).ToLocal(&source))
      append_head(isolate, source, source_line_characters, engine.frames);
    append_frames(isolate, message, engine.frames);
  }
  engine.outcome.message = engine.message.text();
  engine.outcome.detail = engine.detail.text();
  engine.outcome.hint = engine.hint.text();
  engine.outcome.context = engine.frames.text();
  engine.outcome.sqlstate = engine.sqlstate.text();
}

bool report_rejections(Local<Context> context) {
  Isolate *isolate = context->GetIsolate();
  if (engine.rejections.empty()) {
    if (engine.rejections_dropped == 0) return false;
    char text[80];
    int size = snprintf(text, sizeof text, "%zu more unhandled promise rejections", engine.rejections_dropped);
    engine.rejections_dropped = 0;
    if (!host_report(level_warning, {text, static_cast<size_t>(size)})) engine_stop(isolate);
    return false;
  }
  std::vector<Rejection> rejections;
  rejections.swap(engine.rejections);
  engine.rejections_reported += rejections.size();
  for (Rejection &rejection : rejections) {
    v8::TryCatch guard(isolate);
    Bytes text;
    text.append("unhandled promise rejection: ");
    append_string(guard, context, rejection.reason.Get(isolate), text);
    if (!is_stopped() && !host_report(level_warning, text.text())) engine_stop(isolate);
    if (is_stopped()) break;
  }
  return true;
}

void note_rejection(v8::PromiseRejectMessage message) {
  Isolate *isolate = engine.isolate;
  Local<v8::Promise> promise = message.GetPromise();
  if (message.GetEvent() == v8::kPromiseRejectWithNoHandler) {
    if (engine.rejections.size() + engine.rejections_reported < reported_rejections)
      engine.rejections.push_back({{isolate, promise}, {isolate, message.GetValue()}});
    else
      engine.rejections_dropped++;
  } else if (message.GetEvent() == v8::kPromiseHandlerAddedAfterReject) {
    for (auto entry = engine.rejections.begin(); entry != engine.rejections.end(); ++entry)
      if (entry->promise == promise) {
        engine.rejections.erase(entry);
        break;
      }
  }
}
