#include "window/main_window.h"

#include "app/text/pseudo_translator.h"

#include <QAction>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace threadscape {

namespace {

constexpr int kCeilingMs = 30000;

/// The texts of a window that no translator has seen.
class Walk {
public:
    QStringList over(const QWidget& window)
    {
        look("title", window.windowTitle());
        for (const QWidget* widget : window.findChildren<QWidget*>())
            lookAt(*widget);
        for (const QAction* action : window.findChildren<QAction*>()) {
            look("action", action->text());
            look("tooltip of an action", action->toolTip());
        }
        return m_escaped;
    }

private:
    void lookAt(const QWidget& widget)
    {
        look("tooltip", widget.toolTip());
        look("accessible name", widget.accessibleName());
        look("accessible description", widget.accessibleDescription());
        if (const auto* label = qobject_cast<const QLabel*>(&widget))
            look("label", label->text());
        if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
            look("button", button->text());
        if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
            look("placeholder", line->placeholderText());
        if (const auto* number = qobject_cast<const QDoubleSpinBox*>(&widget))
            look("unit", number->suffix().trimmed());
        if (const auto* table = qobject_cast<const QTableWidget*>(&widget)) {
            for (int row = 0; row < table->rowCount(); ++row) {
                look("finding", table->item(row, 0)->text());
                look("value", table->item(row, 1)->text());
            }
        }
        if (const auto* tree = qobject_cast<const QTreeWidget*>(&widget)) {
            for (QTreeWidgetItemIterator it(const_cast<QTreeWidget*>(tree)); *it != nullptr; ++it) {
                look("list", (*it)->text(0));
                look("tooltip of the list", (*it)->toolTip(0));
            }
        }
    }

    void look(const char* what, const QString& text)
    {
        const bool hasWords = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
        if (hasWords && text != QLatin1String("Threadscape") && !PseudoTranslator::covers(text))
            m_escaped << QStringLiteral("%1: %2").arg(QLatin1String(what), text);
    }

    QStringList m_escaped;
};

} // namespace

class PseudoLocaleTest final : public QObject {
    Q_OBJECT

    PseudoTranslator m_pseudo;

private slots:
    void initTestCase() { QCoreApplication::installTranslator(&m_pseudo); }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_pseudo); }

    void noTextEscapesTheTranslators_data()
    {
        QTest::addColumn<QString>("experiment");
        for (const char* id : {"bank", "deposit", "counter"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void noTextEscapesTheTranslators()
    {
        QFETCH(QString, experiment);
        MainWindow window{std::nullopt};
        window.setup().choose(experiment.toStdString());
        window.show();
        QCOMPARE(Walk().over(window), QStringList());

        QSignalSpy frames(&window.session(), &Session::frame);
        QSignalSpy finished(&window.session(), &Session::finished);
        QTest::keyClick(window.findChild<PlotStack*>(), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(frames.count() > 0 || finished.count() > 0, kCeilingMs);
        QCOMPARE(Walk().over(window), QStringList());
        window.session().stop();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kCeilingMs);
        QCOMPARE(Walk().over(window), QStringList());

        Presentation* presentation = window.present(Presentation::From::window);
        for (int step = 0; step < kPresentationSteps; ++step) {
            QCOMPARE(Walk().over(*presentation), QStringList());
            presentation->back();
        }
    }

    void aSentenceOfAnErrorIsTranslatedToo()
    {
        MainWindow window{std::nullopt};
        window.setup().choose("bank");
        window.show();
        QVERIFY(window.setup().set("deposit_min", std::int64_t{20}));
        QCOMPARE(Walk().over(window), QStringList());
    }

    void longTextsStillFit()
    {
        MainWindow window{std::nullopt};
        window.setup().choose("bank");
        window.show();
        QVERIFY2(window.minimumSizeHint().width() <= 1024,
                 qPrintable(QString::number(window.minimumSizeHint().width())));
        QVERIFY(window.minimumSizeHint().height() <= 700);
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::PseudoLocaleTest)
#include "pseudo_locale_test.moc"
