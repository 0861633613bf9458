#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "text/language.h"
#include "window/shell/main_window.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace threadscape;

/// The source of the records of who had a core: the status line shows it if it is not the best one.
class AccountTest final : public QObject {
    Q_OBJECT

    static constexpr int kCeilingMs = 30000;
    static constexpr const char* kAsked = "THREADSCAPE_SCHEDULER";

    std::unique_ptr<MainWindow> m_window;

    QLabel* account() const { return m_window->findChild<QLabel*>(QStringLiteral("account")); }
    bool says(const QString& words) const
    {
        for (const QLabel* label : m_window->findChild<StatusLine*>()->findChildren<QLabel*>())
            if (label->isVisible() && label->text() == words)
                return true;
        return false;
    }
    void run(const char* asked)
    {
        qputenv(kAsked, asked);
        QVERIFY(m_window->setup().set("seconds", 0.2));
        QVERIFY(m_window->setup().set("threads", std::int64_t{3}));
        QSignalSpy finished(&m_window->session(), &Session::finished);
        QVERIFY(m_window->session().start(m_window->setup().request()));
        QVERIFY(finished.wait(kCeilingMs));
    }

private Q_SLOTS:
    void initTestCase() { installLanguage(); }
    void init()
    {
        m_window = std::make_unique<MainWindow>(std::nullopt);
        m_window->setup().choose("cores");
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        qunsetenv(kAsked);
    }

    void clocksAreSaid()
    {
        run("clocks");
        QCOMPARE(m_window->session().run()->result().schedulerSource, std::string("clocks"));
        QVERIFY(account()->isVisible());
        QCOMPARE(account()->text(), QStringLiteral("time without a core from CPU clocks"));
        QVERIFY(!account()->toolTip().isEmpty());
        // Without a run nothing is said of it.
        m_window->setup().choose("bank");
        QVERIFY(!account()->isVisible());
    }

    void theBestIsNot()
    {
        run("");
        QCOMPARE(account()->isVisible(), m_window->session().run()->result().schedulerSource == "clocks");
        run("none");
        QVERIFY(!account()->isVisible());
    }

    void coresAreNotCountedAsThreads()
    {
        QVERIFY(m_window->setup().set("seconds", 600.0)); // all three are started, however slow the machine
        QVERIFY(m_window->setup().set("threads", std::int64_t{3}));
        QVERIFY(m_window->session().start(m_window->setup().request()));
        const int cores = m_window->session().run()->cores();
        QTRY_VERIFY_WITH_TIMEOUT(says(cores == 1 ? QStringLiteral("3 threads on 1 core")
                                                 : QStringLiteral("3 threads on %1 cores").arg(cores)),
                                 kCeilingMs);
        QSignalSpy finished(&m_window->session(), &Session::finished);
        m_window->session().stop();
        QVERIFY(finished.wait(kCeilingMs));
    }
};

QTEST_MAIN(AccountTest)
#include "account_test.moc"
