/*
 * The visits of the Postgres half: compile a function, call it, and tell how that ended. Whatever happens inside, a
 * visit returns normally and its outcome says why.
 */
#include "engine.h"

#include <cstdio>
#include <cstring>
#include <new>

using v8::Context;
using v8::Isolate;
using v8::Local;
using v8::String;

static const int level_warning = 19;

namespace {

const size_t kept_buffer_bytes = 1u << 20;
const size_t reported_rejections = 8;
const unsigned scripts_before_collection = 500;
const int source_line_characters = 1000, message_characters = 100000;

/*
 * One visit of the Postgres half: resets what the last one left, tidies up when V8 is left again. Relaxed order is
 * enough for the two flags: a signal handler runs in this thread, and between it and the watchdog lies a semaphore.
 */
class Visit {
public:
  Visit() {
    engine.exhausted = false;
    engine.outcome = {};
    for (Bytes *buffer : {&engine.result, &engine.message, &engine.detail, &engine.hint, &engine.frames, &engine.sqlstate})
      buffer->clear();
    engine.busy.store(true, std::memory_order_relaxed);
    std::atomic_signal_fence(std::memory_order_seq_cst);
    host_repeat_request();
  }
  ~Visit() {
    engine.busy.store(false, std::memory_order_relaxed);
    std::atomic_signal_fence(std::memory_order_seq_cst);
    if (host_forget_request()) await_watchdog(); /* what it begins later finds no visit */
    bool stopped = engine.stopped.load(std::memory_order_relaxed);
    if (!stopped && !engine.exhausted) return;
    engine.stopped = false;
    engine.isolate->CancelTerminateExecution();
    engine.outcome.trouble = stopped ? Trouble::interrupted : Trouble::out_of_memory;
    if (engine.exhausted) end_isolate(); /* what filled it may still be referenced by globals */
  }
};

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
      append(to, isolate, frame->GetFunctionName());
    char place[40];
    snprintf(place, sizeof place, " (line %d, column %d)", frame->GetLineNumber(), frame->GetColumn());
    to.append(place);
  }
}

/* Reading an exception runs JavaScript again (getters, toString), which may throw or be stopped. */
void describe(v8::TryCatch &caught, Local<Context> context, const char *name) {
  Isolate *isolate = context->GetIsolate();
  engine.outcome.trouble = Trouble::exception;
  if (caught.HasTerminated() || engine.stopped || engine.exhausted) return;
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

v8::MaybeLocal<Context> context_of(uint32_t role) {
  auto known = engine.contexts.find(role);
  if (known != engine.contexts.end()) return known->second.Get(engine.isolate);
  Local<Context> made;
  if (!new_context(engine.isolate).ToLocal(&made)) return made;
  engine.contexts[role].Reset(engine.isolate, made);
  return made;
}

Script *compile(uint32_t role, Text name, Text body, const Text *parameters, int count) {
  Isolate *isolate = engine.isolate;
  v8::HandleScope handles(isolate);
  v8::TryCatch caught(isolate);
  Local<Context> context;
  if (!context_of(role).ToLocal(&context)) {
    refuse("53200", "V8 could not make a context for this role");
    return nullptr;
  }
  Context::Scope inside(context);
  Script *script = new (std::nothrow) Script;
  if (!script) {
    refuse("53200", "out of memory");
    return nullptr;
  }
  snprintf(script->name, sizeof script->name, "%.*s", static_cast<int>(name.size), name.data);

  Local<String> source_text, function_name;
  std::vector<Local<String>> names;
  bool ready = new_string(isolate, body).ToLocal(&source_text) && new_string(isolate, name).ToLocal(&function_name);
  for (int i = 0; ready && i < count; i++) {
    Local<String> parameter;
    ready = new_string(isolate, parameters[i]).ToLocal(&parameter);
    if (ready) names.push_back(parameter);
  }
  Local<v8::Function> function;
  if (ready) {
    v8::ScriptCompiler::Source source(source_text, v8::ScriptOrigin(isolate, function_name));
    ready = v8::ScriptCompiler::CompileFunction(context, &source, names.size(), names.data()).ToLocal(&function);
  }
  if (!ready) {
    if (caught.HasCaught())
      describe(caught, context, script->name);
    else
      refuse("42601", "V8 did not accept the name of a parameter");
    delete script;
    return nullptr;
  }
  function->SetName(function_name);
  script->function.Reset(isolate, function);
  script->context.Reset(isolate, context);
  script->next = engine.scripts;
  script->link = &engine.scripts;
  if (script->next) script->next->link = &script->next;
  engine.scripts = script;
  return script;
}

void report_rejections(Local<Context> context) {
  Isolate *isolate = context->GetIsolate();
  std::vector<Rejection> rejections;
  rejections.swap(engine.rejections);
  for (Rejection &rejection : rejections) {
    v8::TryCatch guard(isolate);
    Bytes text;
    text.append("unhandled promise rejection: ");
    append_string(guard, context, rejection.reason.Get(isolate), text);
    if (engine.stopped || engine.exhausted) return;
    if (!host_report(level_warning, text.text())) return engine_stop(isolate);
  }
  if (engine.rejections_dropped > 0) {
    char text[80];
    int size = snprintf(text, sizeof text, "%zu more unhandled promise rejections", engine.rejections_dropped);
    engine.rejections_dropped = 0;
    if (!host_report(level_warning, {text, static_cast<size_t>(size)})) engine_stop(isolate);
  }
}

void call(Script *script, const Value *arguments, int count, Want want) {
  Isolate *isolate = engine.isolate;
  v8::HandleScope handles(isolate);
  Local<Context> context = script->context.Get(isolate);
  Context::Scope inside(context);
  v8::TryCatch caught(isolate);
  Local<v8::Value> few[8], *given = few, result;
  std::vector<Local<v8::Value>> many;
  if (count > 8) {
    many.resize(static_cast<size_t>(count));
    given = many.data();
  }
  bool done = true;
  for (int i = 0; done && i < count; i++) done = value_to_js(context, arguments[i]).ToLocal(&given[i]);
  done = done && script->function.Get(isolate)->Call(context, v8::Object::New(isolate), count, given).ToLocal(&result);
  if (done) {
    isolate->PerformMicrotaskCheckpoint();
    done = !engine.stopped && !engine.exhausted && value_from_js(context, result, want, engine.outcome.value, engine.result);
  }
  if (!done) describe(caught, context, script->name);
  if (!engine.rejections.empty() && !engine.stopped && !engine.exhausted) report_rejections(context);
}

}  // namespace

void note_rejection(v8::PromiseRejectMessage message) {
  Isolate *isolate = engine.isolate;
  Local<v8::Promise> promise = message.GetPromise();
  if (message.GetEvent() == v8::kPromiseRejectWithNoHandler) {
    if (engine.rejections.size() < reported_rejections)
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

Script *engine_compile(uint32_t role, Text name, Text body, const Text *parameters, int parameter_count,
                       const Outcome **outcome) {
  Script *script;
  {
    Visit visit;
    script = compile(role, name, body, parameters, parameter_count);
  }
  *outcome = &engine.outcome;
  if (engine.outcome.trouble == Trouble::none) return script;
  if (script) engine_free(script);
  return nullptr;
}

const Outcome &engine_call(Script *script, const Value *arguments, int argument_count, Want want) {
  Visit visit;
  call(script, arguments, argument_count, want);
  return engine.outcome;
}

void engine_free(Script *script) {
  *script->link = script->next;
  if (script->next) script->next->link = script->link;
  delete script;
  /* A script is little to V8's collector, but keeps its source and code alive until it runs. */
  static unsigned freed = 0;
  if (++freed % scripts_before_collection == 0 && engine.isolate) engine.isolate->LowMemoryNotification();
}

void engine_trim() {
  for (Bytes *buffer : {&engine.result, &engine.exact, &engine.message}) buffer->trim(kept_buffer_bytes);
}
