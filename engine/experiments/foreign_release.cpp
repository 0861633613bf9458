#include "lab/lab.h"

namespace threadscape {

namespace {

/// Main takes a lock and wants it again; meanwhile another thread releases it.
class ForeignRelease final : public Experiment {
public:
    ForeignRelease()
        : Experiment({.id = "foreign-release",
                      .topic = TS_TEXT("topic", "Races and locks"),
                      .title = TS_TEXT("foreign-release", "A stranger's release"),
                      .question = TS_TEXT("foreign-release", "May a stranger release a lock?")})
    {
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = {{"delay_ms", "1000"}}},
            {.name = "with-an-owner",
             .label = TS_TEXT("preset", "With an owner"),
             .settings = {{"delay_ms", "1000"}, {"kind", "RLock"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override
    {
        return {
            {.kind = PlotSpec::Kind::timeline, .share = 3},
            {.kind = PlotSpec::Kind::contention, .share = 2, .title = TS_TEXT("plot", "Waiting")},
        };
    }

    std::vector<LaneGroup> lanes() const override
    {
        return {mainLane(),
                {TS_TEXT("foreign-release", "Strangers"),
                 TS_NAME("name", "Stranger"),
                 1,
                 {},
                 LaneNaming::single}};
    }

    double plannedSeconds() const override { return static_cast<double>(delayMs) * 1e-3; }

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

    Findings findings() const override
    {
        Findings found;
        found.add("waited_ms", TS_TEXT("foreign-release", "Main waited"),
                  m_waitedNs == kNotYet ? FindingValue()
                                        : FindingValue(static_cast<double>(m_waitedNs) * 1e-6),
                  "ms", Evidence::longestWait);
        found.add("error", TS_TEXT("foreign-release", "Error"), m_refusal.value());
        return found;
    }

    Text answer(const Findings& found, Outcome outcome) const override
    {
        if (found.find("error")->value.index() != 0)
            return TS_TEXT("foreign-release",
                           "No: an RLock has an owner, and refuses everybody else's release. Main took "
                           "it a second time without waiting.");
        if (m_waitedNs != kNotYet)
            return Text(TS_TEXT("foreign-release",
                                "Yes: a Lock has no owner. Main waited %1 for the lock that it held "
                                "itself, until the stranger released it."))
                .arg(DurationArg{m_waitedNs})
                .of("waited_ms");
        if (outcome == Outcome::running)
            return TS_TEXT("foreign-release", "Main holds the lock, and waits for it.");
        return TS_TEXT("foreign-release", "Ended before the stranger came.");
    }

private:
    static constexpr std::int64_t kNotYet = -1;

    template <typename AnyLock>
    void takeTwice(Lab& lab, AnyLock& lock)
    {
        lock.lock();
        Thread stranger(
            lab, TS_NAME("name", "Stranger"),
            [&] {
                lab.pause(delayMs);
                try {
                    lock.unlock();
                } catch (const Misuse& misuse) {
                    m_refusal.set(misuse.text());
                }
            },
            Thread::Options{.group = "Strangers"});
        const std::int64_t sinceNs = lab.elapsedNs();
        lock.lock();
        m_waitedNs.set(lab.elapsedNs() - sinceNs);
        stranger.join();
        lock.unlock();
    }

    Choice kind{
        this,
        "kind",
        TS_TEXT("foreign-release", "Kind"),
        {{"Lock", TS_TEXT("foreign-release", "Lock")}, {"RLock", TS_TEXT("foreign-release", "RLock")}},
        kRules.about(TS_TEXT("foreign-release",
                             "A Lock has no owner. An RLock belongs to the thread that took "
                             "it, which may take it again."))};
    Integer delayMs{this, "delay_ms", TS_TEXT("foreign-release", "The stranger comes after"),
                    2000, {0, 15000}, kHowLong.in("ms")};

    Counter m_waitedNs{kNotYet};
    Remark m_refusal;
};

} // namespace

std::unique_ptr<Experiment> makeForeignRelease()
{
    return std::make_unique<ForeignRelease>();
}

} // namespace threadscape
