#include "window/shell/main_window.h"

#include "text/language.h"
#include "window/settings/number_field.h"

#include <QSignalSpy>
#include <QTest>

namespace threadscape {

namespace {

constexpr int kCeilingMs = 30000;

} // namespace

/// Layout of the parts at each width, and their keyboard focus.
class ColumnsTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    Columns& columns() { return *m_window->findChild<Columns*>(); }
    PlotStack* plots() { return m_window->findChild<PlotStack*>(); }
    SidePanel* side() { return m_window->findChild<SidePanel*>(); }
    bool inSide() { return side()->isAncestorOf(QApplication::focusWidget()); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void resize(int width)
    {
        m_window->resize(width, 700);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->width(), width, kCeilingMs);
    }

    // What Tab reaches, one after the other, from the plots on.
    QList<QWidget*> tabOrder()
    {
        QList<QWidget*> order;
        plots()->setFocus();
        for (QWidget* at = QApplication::focusWidget(); at != nullptr && !order.contains(at);
             at = QApplication::focusWidget()) {
            order << at;
            QTest::keyClick(at, Qt::Key_Tab);
        }
        return order;
    }

private slots:
    void initTestCase() { installLanguage(); }
    void init()
    {
        m_window = std::make_unique<MainWindow>(std::nullopt);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get(), kCeilingMs));
    }
    void cleanup() { m_window.reset(); }

    void theSettingsOpenByKeyAndTakeTheFocus()
    {
        resize(1024);
        QVERIFY(columns().compact());
        plots()->setFocus();
        QVERIFY(!side()->isVisible());
        key(Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(side()->isVisible());
        QVERIFY(inSide());
        QVERIFY(m_window->findChild<TopBar*>()->settings()->isChecked());
        QCOMPARE(side()->geometry().right(), columns().width() - 1);
        key(Qt::Key_Escape);
        QVERIFY(!side()->isVisible());
        QVERIFY(plots()->hasFocus());
        QVERIFY(!m_window->findChild<TopBar*>()->settings()->isChecked());
    }

    void escapeClosesThemFromAField()
    {
        resize(1024);
        auto* search = m_window->findChild<TopBar*>()->exports();
        search->setFocus();
        key(Qt::Key_Comma, Qt::ControlModifier);
        auto* number =
            m_window->findChild<SettingRow*>(QStringLiteral("withdrawers"))->findChild<NumberField*>();
        number->setFocus();
        QVERIFY(number->hasFocus());
        key(Qt::Key_Escape);
        QVERIFY(!side()->isVisible());
        QVERIFY(search->hasFocus());
    }

    void theyAreClosedAfterTheWindowWasWide()
    {
        resize(1024);
        key(Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(side()->isVisible());
        resize(1440);
        QVERIFY(side()->isVisible());
        resize(1024);
        QVERIFY(!side()->isVisible());
    }

    void theTabKeysWayIsTheSameAfterANarrowTime()
    {
        resize(1440);
        const QList<QWidget*> before = tabOrder();
        QVERIFY(before.size() > 15);
        resize(1024);
        resize(1440);
        QCOMPARE(tabOrder(), before);
    }

    void f6GoesFromPartToPart()
    {
        resize(1440);
        plots()->setFocus();
        const QList<QWidget*> parts{m_window->findChild<Drawer*>(), side(), m_window->findChild<TopBar*>(),
                                    m_window->findChild<ExperimentList*>(),
                                    m_window->findChild<Comparison*>()};
        for (QWidget* part : parts) {
            key(Qt::Key_F6);
            QVERIFY2(part->isAncestorOf(QApplication::focusWidget()), part->metaObject()->className());
        }
        for (int i = static_cast<int>(parts.size()) - 2; i >= 0; --i) {
            key(Qt::Key_F6, Qt::ShiftModifier);
            QVERIFY2(parts[i]->isAncestorOf(QApplication::focusWidget()),
                     parts[i]->metaObject()->className());
        }
    }

    void theSystemsColoursAreFollowedWhileItRuns()
    {
        Appearance& appearance = m_window->appearance();
        appearance.set(Scheme::system, 0);
        QSignalSpy changed(&appearance, &Appearance::changed);
        const auto systemBecomes = [](const QColor& window) {
            QPalette palette;
            palette.setColor(QPalette::Window, window);
            QApplication::setPalette(palette);
            QCoreApplication::processEvents(); // delivered by a posted event
            QCoreApplication::processEvents(); // as is what we do about it
        };
        systemBecomes(QColor(0x20, 0x20, 0x28));
        QVERIFY(appearance.theme().isDark);
        QCOMPARE(changed.count(), 1); // not again for what it did itself
        QCOMPARE(m_window->palette().color(QPalette::Window), Theme::dark().window);
        systemBecomes(QColor(0xEE, 0xEE, 0xEE));
        QVERIFY(!appearance.theme().isDark);
        QCOMPARE(changed.count(), 2);
        appearance.set(Scheme::light, 0);
        systemBecomes(QColor(0x20, 0x20, 0x28));
        QVERIFY(!appearance.theme().isDark); // chosen is chosen
        QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::light().window);
        appearance.set(Scheme::system, 0);
        QVERIFY(appearance.theme().isDark);
        // By the platform, which tells the windows: what lies below our palette counts, and that is light here.
        QEvent theme(QEvent::ThemeChange);
        QCoreApplication::sendEvent(m_window.get(), &theme);
        QVERIFY(!appearance.theme().isDark);
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::ColumnsTest)
#include "columns_test.moc"
