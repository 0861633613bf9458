#pragma once

/// Annotations of which lock protects what, checked by Clang with -Wthread-safety, which .ci/run enables (see
/// https://clang.llvm.org/docs/ThreadSafetyAnalysis.html). They do not affect the program; other compilers ignore them.
#if defined(__clang__)
#define TS_THREAD_ANNOTATION(...) __attribute__((__VA_ARGS__))
#else
#define TS_THREAD_ANNOTATION(...)
#endif

/// A class whose objects are locks. `kind`: its name in diagnostics.
#define TS_CAPABILITY(kind) TS_THREAD_ANNOTATION(capability(kind))
/// A class whose objects hold a lock during their lifetime.
#define TS_SCOPED_CAPABILITY TS_THREAD_ANNOTATION(scoped_lockable)

/// A member that is read and written only with the lock held.
#define TS_GUARDED_BY(lock) TS_THREAD_ANNOTATION(guarded_by(lock))
/// The same for what a pointer points to.
#define TS_PT_GUARDED_BY(lock) TS_THREAD_ANNOTATION(pt_guarded_by(lock))

/// A function that is called with the locks held.
#define TS_REQUIRES(...) TS_THREAD_ANNOTATION(requires_capability(__VA_ARGS__))
/// A function that acquires the locks itself: a caller that holds one would deadlock.
#define TS_EXCLUDES(...) TS_THREAD_ANNOTATION(locks_excluded(__VA_ARGS__))

/// For implementing locks: functions that acquire or release the locks that they name, or the object itself.
#define TS_ACQUIRE(...) TS_THREAD_ANNOTATION(acquire_capability(__VA_ARGS__))
#define TS_ACQUIRE_SHARED(...) TS_THREAD_ANNOTATION(acquire_shared_capability(__VA_ARGS__))
/// The first argument is the return value on success.
#define TS_TRY_ACQUIRE(...) TS_THREAD_ANNOTATION(try_acquire_capability(__VA_ARGS__))
#define TS_RELEASE(...) TS_THREAD_ANNOTATION(release_capability(__VA_ARGS__))
#define TS_RELEASE_SHARED(...) TS_THREAD_ANNOTATION(release_shared_capability(__VA_ARGS__))
/// After a call of it the lock counts as held: for functions called with the lock held where the analysis cannot see that.
#define TS_ASSERT_CAPABILITY(...) TS_THREAD_ANNOTATION(assert_capability(__VA_ARGS__))
/// A function that returns a reference to the lock.
#define TS_RETURN_CAPABILITY(lock) TS_THREAD_ANNOTATION(lock_returned(lock))
