#include "window/present/presentation.h"

#include "plots/stack/legend_strip.h"

#include <QCloseEvent>
#include <QKeyEvent>

namespace threadscape {

namespace {

// By its position on the keyboard, which is what a presenter sends, whatever the layout.
bool isBlankKey(const QKeyEvent& event)
{
    switch (event.nativeScanCode()) { // X11: evdev + 8
    case 56:                          // B
    case 60: return true;             // .
    default: return event.key() == Qt::Key_Period || event.key() == Qt::Key_B;
    }
}

} // namespace

void Presentation::setBlank(bool blank)
{
    m_blank->setVisible(blank);
    showStep();
}

bool Presentation::act(const QKeyEvent& event)
{
    if (blank()) {
        if (!event.isAutoRepeat())
            setBlank(false);
        return true;
    }
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const bool again = event.isAutoRepeat(); // a key that is held down makes one step
    switch (event.key()) {
    case Qt::Key_PageDown:
        if (!again)
            forward();
        return true;
    case Qt::Key_PageUp:
        if (!again)
            back();
        return true;
    case Qt::Key_Space:
        if (qobject_cast<const LegendStrip*>(focusWidget()) != nullptr)
            return false; // it isolates a state
        if (!again)
            m_screen.runOrStop();
        return true;
    case Qt::Key_Escape:
    case Qt::Key_F11: close(); return true;
    default: break;
    }
    if (!isBlankKey(event))
        return false;
    if (!again)
        setBlank(true);
    return true;
}

// Before the plots and the sliders, which have uses of their own for some of the keys.
bool Presentation::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && act(*static_cast<QKeyEvent*>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

void Presentation::keyPressEvent(QKeyEvent* event)
{
    if (!act(*event))
        QWidget::keyPressEvent(event);
}

void Presentation::mousePressEvent(QMouseEvent* event)
{
    if (blank())
        setBlank(false);
    QWidget::mousePressEvent(event);
}

void Presentation::closeEvent(QCloseEvent* event)
{
    m_comparison.setPaused(false);
    parentWidget()->activateWindow();
    event->accept();
}

} // namespace threadscape
