#pragma once

/// Which lock protects what, in words that a compiler checks: Clang with -Wthread-safety, which .ci/run asks for (see
/// https://clang.llvm.org/docs/ThreadSafetyAnalysis.html). They add nothing to the program; other compilers do not see them.
#if defined(__clang__)
#define TS_THREAD_ANNOTATION(...) __attribute__((__VA_ARGS__))
#else
#define TS_THREAD_ANNOTATION(...)
#endif

/// A class whose objects are locks. `kind`: what it is called in a complaint.
#define TS_CAPABILITY(kind) TS_THREAD_ANNOTATION(capability(kind))
/// A class whose objects hold a lock for as long as they stand.
#define TS_SCOPED_CAPABILITY TS_THREAD_ANNOTATION(scoped_lockable)

/// A member that is read and written with the lock held alone.
#define TS_GUARDED_BY(lock) TS_THREAD_ANNOTATION(guarded_by(lock))
/// The same of what a pointer points to.
#define TS_PT_GUARDED_BY(lock) TS_THREAD_ANNOTATION(pt_guarded_by(lock))

/// A function that is called with the locks held.
#define TS_REQUIRES(...) TS_THREAD_ANNOTATION(requires_capability(__VA_ARGS__))
/// A function that takes the locks itself: who holds one already would wait for ever.
#define TS_EXCLUDES(...) TS_THREAD_ANNOTATION(locks_excluded(__VA_ARGS__))

/// What locks are made of: functions that take, and let go of, the locks that they name, or the object itself.
#define TS_ACQUIRE(...) TS_THREAD_ANNOTATION(acquire_capability(__VA_ARGS__))
#define TS_ACQUIRE_SHARED(...) TS_THREAD_ANNOTATION(acquire_shared_capability(__VA_ARGS__))
/// The first argument is what it returns when it has the lock.
#define TS_TRY_ACQUIRE(...) TS_THREAD_ANNOTATION(try_acquire_capability(__VA_ARGS__))
#define TS_RELEASE(...) TS_THREAD_ANNOTATION(release_capability(__VA_ARGS__))
#define TS_RELEASE_SHARED(...) TS_THREAD_ANNOTATION(release_shared_capability(__VA_ARGS__))
/// From a call of it on, the lock counts as held: for what is called by somebody who holds it, where that cannot be seen.
#define TS_ASSERT_CAPABILITY(...) TS_THREAD_ANNOTATION(assert_capability(__VA_ARGS__))
/// A function that returns a reference to the lock.
#define TS_RETURN_CAPABILITY(lock) TS_THREAD_ANNOTATION(lock_returned(lock))
