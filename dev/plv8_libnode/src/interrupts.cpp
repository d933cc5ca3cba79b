/*
 * Lets Postgres interrupt running JavaScript: cancel, timeouts, terminate, barriers. V8's request for an interrupt
 * takes a mutex, so a signal handler must not make it: our handlers run behind the server's own, post a semaphore, and one
 * watchdog thread makes the request. While no signal comes, a call costs two stores.
 */
#include "postgres_half.h"

extern "C" {
#include "utils/builtins.h"
#include "utils/memutils.h"
}

#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>

static const int chained[] = {SIGINT, SIGTERM, SIGUSR1, SIGALRM};
static const size_t watchdog_stack = 256 * 1024;

static struct sigaction previous[NSIG];
static sem_t wake;
static bool started = false;
static volatile sig_atomic_t in_v8 = 0, requested = 0;

/* An error of the server met inside V8, kept until V8 is left. */
static ErrorData *kept_error = nullptr;

static void on_signal(int signal) {
  int saved = errno;
  previous[signal].sa_handler(signal);
  if (in_v8 && InterruptPending) {
    requested = 1;
    sem_post(&wake);
  }
  errno = saved;
}

/* Read by the watchdog too: the counters do not change while JavaScript runs. */
static bool must_stop() {
  return InterruptHoldoffCount == 0 && CritSectionCount == 0 &&
         (ProcDiePending || (QueryCancelPending && QueryCancelHoldoffCount == 0));
}

static bool still_requested() { return requested; }

static void *watch(void *) {
  for (;;)
    if (sem_wait(&wake) == 0) engine_request_interrupt(still_requested, must_stop);
  return nullptr;
}

/* A signal between interrupts_enter() and the beginning of the visit found the watchdog nothing to stop. */
void host_repeat_request() {
  if (unlikely(requested)) sem_post(&wake);
}

bool host_forget_request() {
  bool was_requested = requested;
  requested = 0;
  return was_requested;
}

static void start_watchdog() {
  sigset_t all, before;
  pthread_attr_t attributes;
  pthread_t thread;
  sigfillset(&all);
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, watchdog_stack);
  pthread_sigmask(SIG_SETMASK, &all, &before); /* the thread inherits it: signals stay with the main thread */
  int failure = pthread_create(&thread, &attributes, watch, nullptr);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  pthread_attr_destroy(&attributes);
  if (failure != 0)
    ereport(ERROR, (errcode(ERRCODE_INSUFFICIENT_RESOURCES),
                    errmsg("could not start the thread that interrupts JavaScript: %s", strerror(failure))));
}

void interrupts_start() {
  if (started) return;
  sem_init(&wake, 0, 0);
  start_watchdog();
  for (int signal : chained) {
    struct sigaction ours;
    sigaction(signal, nullptr, &previous[signal]);
    if (previous[signal].sa_handler == SIG_IGN || previous[signal].sa_handler == SIG_DFL) continue;
    ours = previous[signal];
    ours.sa_handler = on_signal;
    sigaction(signal, &ours, nullptr);
  }
  started = true;
}

void interrupts_enter() {
  in_v8 = 1;
  /* What arrived before this line woke nobody. */
  if (unlikely(InterruptPending)) {
    in_v8 = 0;
    CHECK_FOR_INTERRUPTS();
    in_v8 = 1;
  }
}

void interrupts_leave(bool was_stopped) {
  in_v8 = 0;
  if (likely(!was_stopped && kept_error == nullptr)) return;
  ErrorData *error = kept_error;
  kept_error = nullptr;
  if (error) ReThrowError(error);
  CHECK_FOR_INTERRUPTS();
  /* The request that stopped V8 was withdrawn in the meantime; there is no result to go on with. */
  ereport(ERROR, (errcode(ERRCODE_QUERY_CANCELED), errmsg("canceling statement because JavaScript was interrupted")));
}

/* Must be called in PG_CATCH with CurrentMemoryContext restored. */
static void keep_error() {
  MemoryContext before = MemoryContextSwitchTo(TopTransactionContext ? TopTransactionContext : TopMemoryContext);
  kept_error = CopyErrorData();
  MemoryContextSwitchTo(before);
  FlushErrorState();
}

bool host_interrupt() {
  if (!InterruptPending || InterruptHoldoffCount != 0 || CritSectionCount != 0) return false;
  if (must_stop()) return true;
  MemoryContext before = CurrentMemoryContext;
  volatile bool stop = false;
  PG_TRY();
  {
    CHECK_FOR_INTERRUPTS();
  }
  PG_CATCH();
  {
    MemoryContextSwitchTo(before);
    keep_error();
    stop = true;
  }
  PG_END_TRY();
  return stop;
}

void host_collecting() {
  if (ProcDiePending && must_stop()) {
    in_v8 = 0;
    CHECK_FOR_INTERRUPTS(); /* reports FATAL, which does not return and does not longjmp */
  }
}

bool host_report(int level, Text message) {
  MemoryContext before = CurrentMemoryContext;
  volatile bool reported = true;
  PG_TRY();
  {
    char *text = message_to_server(message);
    ereport(level, (errmsg_internal("%s", text)));
    pfree(text);
  }
  PG_CATCH();
  {
    MemoryContextSwitchTo(before);
    keep_error();
    reported = false;
  }
  PG_END_TRY();
  /* Sending may find the client gone, which no signal tells. */
  return reported && !host_interrupt();
}

bool host_quote(Quote how, Text text, void (*take)(void *context, Text text), void *context) {
  MemoryContext before = CurrentMemoryContext;
  volatile bool quoted = true;
  PG_TRY();
  {
    const char *result = how == Quote::literal ? quote_literal_cstr(text.data) : quote_identifier(text.data);
    take(context, {result, strlen(result)});
    if (result != text.data) pfree(const_cast<char *>(result));
  }
  PG_CATCH();
  {
    MemoryContextSwitchTo(before);
    keep_error();
    quoted = false;
  }
  PG_END_TRY();
  return quoted;
}

void host_fatal(Fatal kind, const char *what, const char *where) {
  in_v8 = 0;
  ereport(FATAL, (errcode(kind == Fatal::memory ? ERRCODE_OUT_OF_MEMORY : ERRCODE_INTERNAL_ERROR),
                  errmsg("V8 cannot continue: %s", what ? what : "unknown reason"),
                  errdetail("Reported by %s. This session ends, the server goes on.", where ? where : "V8")));
  pg_unreachable();
}
