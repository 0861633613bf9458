#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "view/speedup/found_point.h"

#include <QTest>

using namespace threadscape;

class FoundPointTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachNumberOfTheBestLeadsToIt();
    void othersLeadNowhere();
    void nothingIsFoundBeforeItIsMeasured();
    void theAnswerRestsOnWhatItNames();

private:
    static Findings found(const FindingValue& by, const FindingValue& jobs);
};

Findings FoundPointTest::found(const FindingValue& by, const FindingValue& jobs)
{
    Findings findings;
    findings.add("sequential_s", TS_TEXT("test", "One after the other"), 0.2, "s");
    findings.add("best_speedup", TS_TEXT("test", "Greatest speedup"), 1.9);
    findings.add("best_backend", TS_TEXT("test", "By"), by);
    findings.add("best_jobs", TS_TEXT("test", "With so many jobs"), jobs);
    return findings;
}

void FoundPointTest::eachNumberOfTheBestLeadsToIt()
{
    for (int b = 0; b <= static_cast<int>(kLastBackend); ++b) {
        const auto backend = static_cast<Backend>(b);
        const Findings findings = found(Text(backendLabel(backend)), std::int64_t{3});
        for (const char* name : {"best_speedup", "best_backend", "best_jobs"})
            QVERIFY(pointOf(findings, name) == (PointId{backend, 3, false}));
        QVERIFY(pointOf(findings, "sequential_s") == (PointId{Backend::sequential, 1, false}));
    }
}

void FoundPointTest::othersLeadNowhere()
{
    const Findings findings = found(Text(backendLabel(Backend::gil)), std::int64_t{2});
    QVERIFY(!pointOf(findings, "observer_share"));
    QVERIFY(!pointOf(findings, ""));
    QVERIFY(!pointOf(Findings(), "best_speedup"));
}

void FoundPointTest::nothingIsFoundBeforeItIsMeasured()
{
    QVERIFY(!pointOf(found({}, {}), "best_speedup"));
    QVERIFY(!pointOf(found(Text(TS_TEXT("test", "nobody")), std::int64_t{2}), "best_speedup"));
}

void FoundPointTest::theAnswerRestsOnWhatItNames()
{
    const Findings findings = found(Text(backendLabel(Backend::processes)), std::int64_t{4});
    const Text best = Text(TS_TEXT("test", "%1 times as fast")).arg(NumberArg{1.9, 1}).of("best_speedup");
    QVERIFY(evidencePoint(best, findings) == (PointId{Backend::processes, 4, false}));
    const Text alone = Text(TS_TEXT("test", "It takes %1")).arg(NumberArg{0.2, 1}).of("sequential_s");
    QVERIFY(!evidencePoint(alone, findings));
}

QTEST_GUILESS_MAIN(FoundPointTest)
#include "found_point_test.moc"
