#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "text/language.h"
#include "window/settings/setting_row.h"
#include "window/shell/main_window.h"
#include "window/widgets/segmented.h"

#include <QAbstractSpinBox>
#include <QLineEdit>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

namespace threadscape {

namespace {

constexpr int kCeilingMs = 30000;

// A part of another control, which speaks for it.
bool isInner(const QWidget& widget)
{
    for (const QWidget* at = widget.parentWidget(); at != nullptr; at = at->parentWidget())
        if (qobject_cast<const QAbstractSpinBox*>(at) != nullptr ||
            qobject_cast<const QLineEdit*>(at) != nullptr)
            return true;
    return widget.objectName().startsWith(QLatin1String("qt_")) || widget.inherits("QScrollBar") ||
           widget.inherits("QTableCornerButton");
}

// All controls of a window, those out of sight too.
QList<QWidget*> controlsOf(const QWidget& window)
{
    QList<QWidget*> controls;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const bool control = qobject_cast<QAbstractButton*>(widget) != nullptr ||
                             qobject_cast<QAbstractSlider*>(widget) != nullptr ||
                             qobject_cast<QAbstractSpinBox*>(widget) != nullptr ||
                             qobject_cast<QLineEdit*>(widget) != nullptr ||
                             qobject_cast<QAbstractItemView*>(widget) != nullptr;
        if (control && !isInner(*widget) && !widget->inherits("QHeaderView"))
            controls << widget;
    }
    return controls;
}

// The effective tooltip: a control without one inherits its parent's.
QString toolTipOf(const QWidget& control)
{
    const QWidget* at = &control;
    while (at->toolTip().isEmpty() && at->parentWidget() != nullptr && !at->isWindow())
        at = at->parentWidget();
    return at->toolTip();
}

QString nameOf(const QWidget& control)
{
    return QStringLiteral("%1 \"%2\" of %3")
        .arg(QLatin1String(control.metaObject()->className()), control.accessibleName(),
             QLatin1String(control.parentWidget()->metaObject()->className()));
}

} // namespace

/// What holds for every control in the window, whatever experiment it shows.
class ControlsTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { installLanguage(); }

    void eachHasANameAndIconsHaveAToolTip_data() { experiments(); }
    void eachHasANameAndIconsHaveAToolTip()
    {
        QFETCH(QString, experiment);
        MainWindow window{std::nullopt};
        window.setup().choose(experiment.toStdString());
        window.show();
        const QList<QWidget*> controls = controlsOf(window);
        QVERIFY(controls.size() > 20);
        for (const QWidget* control : controls) {
            const auto* button = qobject_cast<const QAbstractButton*>(control);
            const bool named = !control->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(nameOf(*control)));
            if (button != nullptr && button->text().isEmpty())
                QVERIFY2(!toolTipOf(*button).isEmpty(), qPrintable(nameOf(*control)));
        }
    }

    void everyActionOfTheMenusHasANameAndTheExportsAToolTip()
    {
        MainWindow window{std::nullopt};
        for (const QAction* action : window.findChild<ExportMenu*>()->menu()->actions()) {
            if (action->isSeparator())
                continue;
            QVERIFY(!action->text().isEmpty());
            if (action->menu() == nullptr)
                QVERIFY2(action->toolTip() != action->text().remove(QStringLiteral("…")),
                         qPrintable(action->text()));
        }
    }

    void theFocusIsVisible_data()
    {
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("light") << Scheme::light;
        QTest::newRow("dark") << Scheme::dark;
    }
    void theFocusIsVisible()
    {
        QFETCH(Scheme, scheme);
        MainWindow window{std::nullopt};
        window.appearance().set(scheme, 0);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window, kCeilingMs));
        int looked = 0;
        for (QWidget* control : controlsOf(window)) {
            if (control->focusPolicy() == Qt::NoFocus || !control->isVisible() || !control->isEnabled())
                continue;
            window.findChild<PlotStack*>()->setFocus();
            const QImage without = pictureAround(window, *control);
            control->setFocus(Qt::TabFocusReason);
            if (!control->hasFocus() && !control->isAncestorOf(QApplication::focusWidget()))
                continue; // one of a group of which another has it
            ++looked;
            QVERIFY2(pictureAround(window, *control) != without, qPrintable(nameOf(*control)));
        }
        QVERIFY(looked > 15);
    }

    void ofSeveralTheLastOneStays()
    {
        Segmented several({QStringLiteral("threads"), QStringLiteral("gil"), QStringLiteral("processes")},
                          Segmented::Takes::several);
        several.setTaken({true, false, true});
        QSignalSpy picked(&several, &Segmented::picked);
        several.button(0)->click();
        QCOMPARE(picked.size(), 1);
        QVERIFY((several.taken() == std::vector<bool>{false, false, true}));
        several.button(2)->click();
        QCOMPARE(picked.size(), 1); // nothing has changed
        QVERIFY((several.taken() == std::vector<bool>{false, false, true}));
        several.button(1)->click();
        QVERIFY((several.taken() == std::vector<bool>{false, true, true}));
    }

    // In display order, whatever the order of checking; and it can be undone.
    void aListIsToldInItsOrder()
    {
        MainWindow window{std::nullopt};
        Setup& setup = window.setup();
        setup.choose("integrate");
        window.show();
        const std::string preset = std::get<std::string>(setup.value("backends"));
        QCOMPARE(preset, std::string("threads,gil,processes"));
        const QList<SettingRow*> rows = window.findChildren<SettingRow*>();
        const auto row = std::ranges::find(rows, std::string("backends"), &SettingRow::name);
        QVERIFY(row != rows.end());
        auto* segments = (*row)->findChild<Segmented*>();
        const auto click = [&](const char* label) {
            for (QAbstractButton* button : segments->findChildren<QAbstractButton*>())
                if (button->text() == QLatin1String(label))
                    button->click();
        };
        QToolButton* reset = nullptr;
        for (QToolButton* button : (*row)->findChildren<QToolButton*>())
            if (button->accessibleName().endsWith(QStringLiteral("back to the preset's value")))
                reset = button;
        QVERIFY(reset != nullptr && reset->isHidden());
        click("processes");
        click("threads");
        QCOMPARE(std::get<std::string>(setup.value("backends")), std::string("gil"));
        QVERIFY(!reset->isHidden());
        click("processes");
        click("threads");
        QCOMPARE(std::get<std::string>(setup.value("backends")), preset);
        QVERIFY(reset->isHidden());
        click("threads");
        reset->click();
        QCOMPARE(std::get<std::string>(setup.value("backends")), preset);
        QVERIFY(segments->taken()[1] && reset->isHidden());
    }

private:
    static void experiments()
    {
        QTest::addColumn<QString>("experiment");
        for (const char* id : {"bank", "deposit", "counter", "follow", "thumbnails"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }

    // A control may show its focus by a frame around it; in a field a blinking cursor does not count.
    static QImage pictureAround(MainWindow& window, QWidget& control)
    {
        const QRect place(control.mapTo(&window, QPoint(0, 0)), control.size());
        QImage picture = window.grab(place.adjusted(-3, -3, 3, 3)).toImage();
        if (qobject_cast<QLineEdit*>(&control) != nullptr ||
            qobject_cast<QAbstractSpinBox*>(&control) != nullptr)
            QPainter(&picture).fillRect(picture.rect().adjusted(6, 6, -6, -6), Qt::black);
        return picture;
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::ControlsTest)
#include "controls_test.moc"
