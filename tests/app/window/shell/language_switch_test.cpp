#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "app/window/shell/text_walk.h"
#include "plots/style/qcp.h"
#include "text/texts.h"
#include "window/settings/number_field.h"
#include "window/shell/main_window.h"
#include "window/shell/shortcuts_help.h"

#include <QApplication>
#include <QBuffer>
#include <QDialog>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace threadscape {

namespace {

constexpr int kCeilingMs = 30000;

// What is written in Latin letters in Russian, too: names, keys, formats, words of a programming language.
const QStringList kLatin{
    QStringLiteral("Threadscape"), QStringLiteral("English"),  QStringLiteral("PNG"),
    QStringLiteral("SVG"),         QStringLiteral("PDF"),      QStringLiteral("CSV"),
    QStringLiteral("JSON"),        QStringLiteral("Perfetto"), QStringLiteral("speedscope"),
    QStringLiteral("tscape"),      QStringLiteral("Ctrl"),     QStringLiteral("Shift"),
    QStringLiteral("End"),         QStringLiteral("Escape"),   QStringLiteral("Backspace"),
    QStringLiteral("while"),       QStringLiteral("if"),       QStringLiteral("Lock"),
    QStringLiteral("RLock"),       QStringLiteral("Page"),     QStringLiteral("Up"),
    QStringLiteral("Down"),        QStringLiteral("Enter"),    QStringLiteral("USL"),
    QStringLiteral("Python")};

bool isRussian(QString text)
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{2,}"));
    static const QRegularExpression markup(QStringLiteral("<[^>]*>"));
    static const QRegularExpression machine(QStringLiteral("затравка \\d+\\. .*$")); // under a figure
    text.remove(markup).remove(machine);
    for (auto it = word.globalMatch(text); it.hasNext();)
        if (!kLatin.contains(it.next().captured()))
            return false;
    return true;
}

bool isEnglish(const QString& text)
{
    static const QRegularExpression cyrillic(QStringLiteral("[А-Яа-яЁё]"));
    return text == QStringLiteral("Русский") || !text.contains(cyrillic);
}

// The texts that are painted in the plots.
QStringList paintedIn(PlotStack& plots)
{
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(plots.size());
    QCPPainter painter;
    painter.begin(&svg);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    plots.paintTo(painter, QRectF(QPointF(0, 0), QSizeF(plots.size())));
    painter.end();
    QStringList texts;
    QXmlStreamReader xml(buffer.data());
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("text"))
            texts << xml.readElementText(QXmlStreamReader::IncludeChildElements);
    return texts;
}

} // namespace

/// The window is created in one language, used, and switched to another.
class LanguageSwitchTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    void speak(Language language) { m_window->appearance().setLanguage(language); }
    Comparison& comparison() { return *m_window->findChild<Comparison*>(); }
    template <typename Fits>
    QStringList offences(Fits fits)
    {
        QStringList wrong = TextWalk(fits).over(*m_window);
        for (PlotStack* plots : m_window->findChildren<PlotStack*>()) {
            const QStringList painted = paintedIn(*plots);
            if (painted.isEmpty())
                wrong << QStringLiteral("nothing is painted");
            for (const QString& text : painted)
                if (!fits(text))
                    wrong << QStringLiteral("painted: ") + text;
        }
        return wrong;
    }
    void run()
    {
        QSignalSpy finished(&m_window->session(), &Session::finished);
        QVERIFY(m_window->session().start(m_window->setup().request()));
        QTRY_VERIFY_WITH_TIMEOUT(finished.count() > 0, kCeilingMs);
    }
    void open(const char* experiment)
    {
        m_window = std::make_unique<MainWindow>(std::nullopt);
        m_window->setup().choose(experiment);
        if (m_window->setup().experiment().setting("seconds") != nullptr)
            QVERIFY(m_window->setup().set("seconds", 0.4));
        m_window->resize(1440, 900);
        m_window->show();
    }
    static void experiments()
    {
        QTest::addColumn<QString>("experiment");
        for (const char* id : {"bank", "deposit", "counter"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }

private slots:
    void init() { installLanguage(Language::english); }
    void cleanup()
    {
        m_window.reset();
        installLanguage(Language::english);
    }

    void everyTextFollowsBeforeARun_data() { experiments(); }
    void everyTextFollowsBeforeARun()
    {
        QFETCH(QString, experiment);
        open(experiment.toLatin1().constData());
        QCOMPARE(offences(isEnglish), QStringList());
        speak(Language::russian);
        QCOMPARE(offences(isRussian), QStringList());
        speak(Language::english);
        QCOMPARE(offences(isEnglish), QStringList());
    }

    void everyTextFollowsWithTwoRuns_data() { experiments(); }
    void everyTextFollowsWithTwoRuns()
    {
        QFETCH(QString, experiment);
        open(experiment.toLatin1().constData());
        run();
        m_window->findChild<TopBar*>()->compare()->click();
        if (experiment == QLatin1String("bank")) {
            QVERIFY(m_window->setup().set("notify", std::string("one")));
            QVERIFY(m_window->setup().set("work_ms", std::int64_t{3}));
        }
        run();
        m_window->evidence().wait();
        m_window->findChild<Drawer*>()->toggle(Drawer::Page::locks);
        m_window->openFile(QStringLiteral("/1.tscape")); // which is not there
        m_window->files().wait();
        comparison().plots()->view().setHeld(true);
        showShortcuts(m_window.get(), m_window->findChild<PlotStack*>()->gestures());
        QCOMPARE(offences(isEnglish), QStringList());
        speak(Language::russian);
        QCOMPARE(offences(isRussian), QStringList());
        speak(Language::english);
        QCOMPARE(offences(isEnglish), QStringList());
    }

    void theKeysFitTheScreenInBreadth()
    {
        open("bank");
        for (const Language language : {Language::russian, Language::english}) {
            speak(language);
            showShortcuts(m_window.get(), comparison().plots()->gestures());
            auto* const dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            QVERIFY(m_window->screen()->availableSize().width() >= dialog->width());
            QCOMPARE(dialog->findChild<QScrollArea*>()->horizontalScrollBar()->maximum(), 0);
            dialog->close();
        }
    }

    void aWindowMadeInRussianTurnsEnglish()
    {
        installLanguage(Language::russian);
        open("bank");
        run();
        QCOMPARE(offences(isRussian), QStringList());
        speak(Language::english);
        QCOMPARE(offences(isEnglish), QStringList());
    }

    void nothingElseChanges()
    {
        open("bank");
        QVERIFY(m_window->setup().set("depositors", std::int64_t{3}));
        run();
        m_window->findChild<TopBar*>()->compare()->click();
        run();
        auto& plots = *comparison().plots();
        plots.view().setWindow({100'000'000, 200'000'000});
        m_window->findChild<Drawer*>()->toggle(Drawer::Page::threads);
        auto* more = m_window->findChild<SettingsPanel*>()->findChild<QPushButton*>(
            QString(), Qt::FindDirectChildrenOnly);
        more->click();
        const auto trace = plots.trace();
        const auto pinned = comparison().pinnedPlots()->trace();
        const TimeWindow zoom = plots.view().window();
        speak(Language::russian);
        QCOMPARE(plots.trace(), trace);
        QCOMPARE(comparison().pinnedPlots()->trace(), pinned);
        QVERIFY(plots.view().window() == zoom);
        QVERIFY(m_window->setup().value("depositors") == SettingValue(std::int64_t{3}));
        QVERIFY(m_window->findChild<Drawer*>()->open() == Drawer::Page::threads);
        QVERIFY(more->isChecked());
        QCOMPARE(m_window->findChild<Headline*>()->answer(), inWords(m_window->session().run()->answer()));
    }

    void theFocusStaysWithItsSetting()
    {
        open("bank");
        const auto field = [this] {
            return m_window->findChild<SettingsPanel*>()
                ->findChild<SettingRow*>(QStringLiteral("withdrawers"))
                ->findChild<NumberField*>();
        };
        field()->setFocus();
        speak(Language::russian);
        QCOMPARE(m_window->focusWidget(), field());
    }

    void numbersAreWrittenAsTheLanguageDoes()
    {
        open("bank");
        QVERIFY(m_window->setup().set("seconds", 1000.5));
        const auto field = [this] {
            return m_window->findChild<SettingsPanel*>()
                ->findChild<SettingRow*>(QStringLiteral("seconds"))
                ->findChild<NumberField*>();
        };
        QCOMPARE(field()->text(), QStringLiteral("1,000.5\u00A0s"));
        speak(Language::russian);
        QCOMPARE(field()->text(), QStringLiteral("1\u00A0000,5\u00A0с"));
        field()->selectAll();
        QTest::keyClicks(field(), QStringLiteral("2.5")); // by either key
        QTest::keyClick(field(), Qt::Key_Return);
        QVERIFY(m_window->setup().value("seconds") == SettingValue(2.5));
    }

    void theMenuAndTheKeySwitch()
    {
        open("counter");
        const auto action = [this](const char* name) -> QAction* {
            for (QAction* one : m_window->actions())
                if (one->text() == QString::fromUtf8(name))
                    return one;
            return nullptr;
        };
        QVERIFY(action("English")->isChecked());
        QVERIFY(action("English")->shortcut().isEmpty());
        QCOMPARE(action("Русский")->shortcut(), QKeySequence(QStringLiteral("Ctrl+L")));
        action("Русский")->trigger();
        QCOMPARE(m_window->findChild<TopBar*>()->run()->text(), QStringLiteral("Пуск"));
        QVERIFY(action("Русский")->isChecked());
        QVERIFY(action("Русский")->shortcut().isEmpty());
        QCOMPARE(action("English")->shortcut(), QKeySequence(QStringLiteral("Ctrl+L")));
        action("Язык системы")->trigger(); // the tests' is English
        QCOMPARE(m_window->findChild<TopBar*>()->run()->text(), QStringLiteral("Run"));
        QVERIFY(action("Language of the system")->isChecked());
    }

    void theChoiceIsRemembered()
    {
        const QTemporaryDir folder;
        const AppStateFile file(folder.filePath(QStringLiteral("window.json")));
        m_window = std::make_unique<MainWindow>(file);
        QVERIFY(m_window->appearance().language() == Language::system);
        speak(Language::russian);
        m_window->close();
        installLanguage(Language::english);
        m_window = std::make_unique<MainWindow>(file);
        QVERIFY(m_window->appearance().language() == Language::russian);
        QCOMPARE(m_window->findChild<TopBar*>()->run()->text(), QStringLiteral("Пуск"));
        // What the command line asks for goes before it.
        m_window = std::make_unique<MainWindow>(file, Language::english);
        QCOMPARE(m_window->findChild<TopBar*>()->run()->text(), QStringLiteral("Run"));
    }

    void theNarrowWindowHoldsRussian()
    {
        installLanguage(Language::russian);
        for (const char* experiment : {"bank", "deposit", "counter"}) {
            open(experiment);
            const QSize least = m_window->minimumSizeHint();
            QVERIFY2(least.width() <= 1024, qPrintable(QString::number(least.width())));
            QVERIFY2(least.height() <= 700, qPrintable(QString::number(least.height())));
        }
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::LanguageSwitchTest)
#include "language_switch_test.moc"
