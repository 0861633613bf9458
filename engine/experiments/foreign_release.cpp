#include "lab/threads.h"

namespace threadscape {

namespace {

/// Main acquires a lock twice; meanwhile another thread releases it.
class ForeignRelease final : public Experiment {
public:
    ForeignRelease()
        : Experiment({"foreign-release", TS_TEXT("topic", "Races and locks"),
                      TS_TEXT("foreign-release", "A stranger's release"),
                      TS_TEXT("foreign-release", "May a stranger release a lock?")})
    {
        const Preset lecture = preset("lecture", TS_TEXT("preset", "Lecture"), delayMs = 1000);
        preset("with-an-owner", TS_TEXT("preset", "With an owner"), lecture, kind = "RLock");
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({timelinePlot(3), waitingPlot(2)});
    }

    double plannedSeconds() const override { return secondsOfPauses(delayMs); }

    void run(Lab& lab) override
    {
        if (kind.is("Lock")) {
            Lock lock(lab, TS_NAME("name", "Lock"));
            lock.declareReleasedByAnyone(lab);
            takeTwice(lab, lock);
        } else {
            RLock lock(lab, TS_NAME("name", "RLock"));
            takeTwice(lab, lock);
            lock.unlock(); // the second time
        }
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        if (found.know(error))
            return TS_TEXT("foreign-release", "No: an RLock has an owner, and refuses everybody else's "
                                              "release. Main took it a second time without waiting.");
        if (found.know(waited))
            return Text(TS_TEXT("foreign-release", "Yes: a Lock has no owner. Main waited %1 for the lock "
                                                   "that it held itself, until the stranger released it."),
                        found(waited));
        if (outcome == Outcome::running)
            return TS_TEXT("foreign-release", "Main holds the lock, and waits for it.");
        return TS_TEXT("foreign-release", "Ended before the stranger came.");
    }

private:
    template <typename AnyLock>
    void takeTwice(Lab& lab, AnyLock& lock)
    {
        lock.lock();
        Threads stranger(lab, strangers, [&] {
            lab.pause(delayMs);
            try {
                lock.unlock();
            } catch (const Misuse& misuse) {
                error.set(misuse.text());
            }
        });
        waited.set(1e3 * lab.secondsOf([&] { lock.lock(); }));
        stranger.join();
        lock.unlock();
    }

    OneOf<"Lock", "RLock"> kind{
        this, "kind", TS_TEXT("foreign-release", "Kind"),
        words(TS_TEXT("foreign-release", "Lock"), TS_TEXT("foreign-release", "RLock")),
        kRules.about(TS_TEXT(
            "foreign-release",
            "A Lock has no owner. An RLock belongs to the thread that took it, which may take it again."))};
    Integer delayMs{this, "delay_ms", TS_TEXT("foreign-release", "The stranger comes after"), 2000,
                    kHowLong.between(0, 15000).in("ms")};

    Group mainThread{this, Group::Main{}};
    Group strangers{this, TS_TEXT("foreign-release", "Strangers"), TS_NAME("name", "Stranger"), 1, kSingle};

    Known<double> waited{this, "waited_ms", TS_TEXT("foreign-release", "Main waited"),
                         in("ms", Evidence::longestWait)};
    Known<Text> error{this, "error", TS_TEXT("foreign-release", "Error")};
};

} // namespace

THREADSCAPE_MAKES(ForeignRelease)

} // namespace threadscape
