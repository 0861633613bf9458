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
        return kind.is("Lock") ? answerForLock(found, outcome) : answerForRLock(found, outcome);
    }

private:
    Answer answerForLock(const Findings& found, Outcome outcome) const
    {
        if (found.know(waited))
            return Answer(
                       Text(TS_TEXT("foreign-release", "Yes: a Lock has no owner. Main, which held it, had "
                                                       "it a second time after %1, since the stranger "
                                                       "released it."),
                            found(waited)))
                .claiming("nobody was refused", !found.know(error))
                .claiming("main had it a second time", found[waited] >= 0);
        return Answer(outcome == Outcome::running
                          ? TS_TEXT("foreign-release", "Main holds the lock, and waits for it.")
                          : TS_TEXT("foreign-release", "Ended before main had the lock a second time."))
            .claiming("it was not released yet", !found.know(waited) && outcome != Outcome::finished);
    }

    Answer answerForRLock(const Findings& found, Outcome outcome) const
    {
        if (found.know(error))
            return Answer(found.know(waited)
                              ? TS_TEXT("foreign-release",
                                        "No: an RLock has an owner, and refuses everybody else's "
                                        "release. Main took it a second time without waiting.")
                              : TS_TEXT("foreign-release",
                                        "No: an RLock has an owner, and refuses everybody else's release."))
                .claiming("the stranger was refused", !found[error].value().empty())
                .claiming("main did not need the stranger",
                          found.know(waited) || outcome != Outcome::finished);
        return Answer(outcome == Outcome::running
                          ? TS_TEXT("foreign-release", "The stranger has not come yet.")
                          : TS_TEXT("foreign-release", "Ended before the stranger came."))
            .claiming("the stranger was not refused yet", outcome != Outcome::finished);
    }

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
