#include "lab/threads.h"

namespace threadscape {

namespace {

/// Transfers between accounts that lock the one, work, and lock the other: in the order of the transfer, or always in the same
/// order.
class DeadlockExperiment final : public Experiment {
public:
    DeadlockExperiment()
        : Experiment({"deadlock", TS_TEXT("topic", "Races and locks"), TS_TEXT("deadlock", "Deadlock"),
                      TS_TEXT("deadlock", "Why does nothing move?")})
    {
        const Preset lecture = preset("lecture", TS_TEXT("preset", "Lecture"), accounts = 3, workMs = 50);
        preset("in-order", TS_TEXT("preset", "Always in order"), lecture, transfers = 30, ordered = true);
        preset("large-circle", TS_TEXT("preset", "Large circle"), accounts = 5, threads = 8, workMs = 50);
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({timelinePlot(5), graphPlot(5), waitingPlot(2)});
    }

    double plannedSeconds() const override { return 0; } // most end long before

    void run(Lab& lab) override
    {
        auto locks = numbered<Lock>(lab, TS_NAME("name", "Account"), accounts);
        auto balances =
            numbered<Shared<std::int64_t>>(lab, TS_NAME("name", "Balance"), accounts, kInitial, "money");
        before.set(accounts * kInitial);
        // After the threads, however they ended.
        const AtEnd total([&] {
            std::int64_t sum = 0;
            for (Shared<std::int64_t>& balance : balances)
                sum += balance.read();
            after.set(sum);
        });
        const OperationName transferring = lab.operation(TS_NAME("name", "transfer"));
        // Not the subject of the picture, but it distributes the work.
        Shared<std::int64_t> begun(lab, Shared<std::int64_t>::Silent{}, TS_NAME("name", "Begun"), 0);

        Threads workers(lab, workerLanes, [&] {
            while (begun.fetchAdd(1) < transfers) {
                const auto from = static_cast<std::size_t>(lab.random(0, accounts - 1));
                const auto further = static_cast<std::size_t>(lab.random(1, accounts - 1));
                const std::size_t to = (from + further) % locks.size();
                const std::int64_t amount = lab.random(1, kMost);
                const Operation box(transferring, amount);
                const bool swap = ordered && to < from;
                const std::scoped_lock first(locks[swap ? to : from]);
                lab.pause(workMs);
                const std::scoped_lock second(locks[swap ? from : to]);
                const NoStop bothOrNone;
                balances[from].write(balances[from].read() - amount);
                balances[to].write(balances[to].read() + amount);
                done.add();
            }
        });
        workers.join();
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        const std::optional<Blocked> circle = found[deadlocked] ? deadlock() : std::nullopt;
        if (circle)
            return answerToCircle(found, *circle);
        const auto told = [&](Text&& sentence) {
            return Answer(std::move(sentence))
                .claiming("no circle was found", outcome != Outcome::deadlocked)
                .claiming("no more than all transfers", found[done] <= transfers)
                .claiming("it ended as it should",
                          outcome == Outcome::finished ? found[done] == transfers : found[done] >= 0);
        };
        if (found[done] == 0)
            return told(outcome == Outcome::running
                            ? TS_TEXT("deadlock", "No transfer has been made yet.")
                            : TS_TEXT("deadlock", "Ended before the first transfer was made."))
                .claiming("it has not finished", outcome != Outcome::finished);
        if (outcome == Outcome::running)
            return told(Text(TS_PLURAL("deadlock", "It still moves: %1 of %n transfers."), found[done])
                            .count(transfers));
        const auto counted = [&](Template why) { return told(Text(why).count(found[done])); };
        if (ordered)
            return counted(TS_PLURAL("deadlock", "It moves, %n transfers: who takes the locks always in the "
                                                 "same order never waits in a circle."));
        if (transfers == 1)
            return told(TS_TEXT("deadlock", "It moves: a single transfer has nobody to wait for."))
                .claiming("it was made", found[done] == 1);
        if (outcome != Outcome::finished)
            return counted(TS_PLURAL("deadlock", "It moved until it was ended, %n transfers: so far no "
                                                 "threads were seen to wait in a circle."));
        return counted(TS_PLURAL("deadlock", "It moved this time, %n transfers: but only luck kept the "
                                             "threads from taking two locks crosswise."))
            .claiming("it could have happened", !ordered && found[done] > 1);
    }

private:
    Answer answerToCircle(const Findings& found, const Blocked& circle) const
    {
        // The total is known once all threads have ended.
        const bool isKept = found.know(after) && found[after] == found[before];
        const auto told = [&](Text&& sentence) {
            return Answer(std::move(sentence))
                .claiming("it was found", found[deadlocked])
                .claiming("two locks were taken crosswise", !ordered && circle.links.size() > 1);
        };
        if (circle.links.size() != 2 || !isKept)
            return told(blockedInWords(circle));
        const auto& [waiter, lock, holder, holderEnded] = circle.links.front();
        return told(Text(TS_TEXT("deadlock",
                                 "%1 holds %2 and wants %3; %4 holds %3 and wants %2. No money was lost."),
                         NameArg{waiter}, NameArg{circle.links.back().lock}, NameArg{lock}, NameArg{holder}))
            .claiming("no money was lost", found[after] == accounts * kInitial);
    }

    static constexpr std::int64_t kInitial = 100;
    static constexpr std::int64_t kMost = 10; // the most that one transfer moves

    Integer accounts{this, "accounts", TS_TEXT("deadlock", "Accounts"), 2, kWho.between(2, 8)};
    Integer threads{this, "threads", TS_TEXT("deadlock", "Threads"), 2, kWho.between(2, 32)};
    Boolean ordered{this, "ordered", TS_TEXT("deadlock", "Locks in the same order"), false,
                    kRules.about(TS_TEXT("deadlock", "The account with the lower number first, whichever way "
                                                     "the money goes."))};
    Integer workMs{this, "work_ms", TS_TEXT("deadlock", "Work between the two locks"), 1,
                   kHowLong.between(0, 1000).in("ms")};
    Integer transfers{
        this, "transfers", TS_TEXT("deadlock", "Transfers"), 1000,
        kRun.between(1, 1000000).about(TS_TEXT("deadlock", "In all; the run ends with the last one."))};
    Real seconds{this, "seconds", TS_TEXT("deadlock", "Time"), 5, kRun.between(0, 3600).in("s")};

    Group workerLanes{this, TS_TEXT("deadlock", "Threads"), TS_NAME("name", "Thread"), threads, kHyphened};

    Basis<std::optional<Blocked>> stuck{this, [this] { return deadlock(); }};
    Count done{this, "transfers", TS_TEXT("deadlock", "Transfers")};
    Derived<bool> deadlocked{this, "deadlocked", TS_TEXT("deadlock", "Deadlocked"),
                             [this] { return stuck->has_value(); }};
    Words cycle{this, "cycle", TS_TEXT("deadlock", "Circle"), [this] { return stuck.map(&Blocked::cycle); }};
    Measured foundAfter{this, "found_after_ms", TS_TEXT("deadlock", "Found after"),
                        [this] { return stuck.map(&Blocked::foundAfterMs); }, "ms"};
    Count before{this, "total_before", TS_TEXT("deadlock", "Money before"), "money"};
    Known<std::int64_t> after{this, "total_after", TS_TEXT("deadlock", "Money after"), "money"};
};

} // namespace

THREADSCAPE_MAKES(DeadlockExperiment)

} // namespace threadscape
