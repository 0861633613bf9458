#include "text/language_change.h"

#include <QEvent>

namespace threadscape {

namespace {

// QWidget forwards LanguageChange to its children.
class Listener final : public QObject {
public:
    Listener(QObject* widget, std::function<void()> retranslate)
        : QObject(widget), m_retranslate(std::move(retranslate))
    {
    }

    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::LanguageChange)
            m_retranslate();
        return QObject::event(event);
    }

private:
    std::function<void()> m_retranslate;
};

} // namespace

void onLanguageChange(QObject* widget, std::function<void()> retranslate)
{
    retranslate();
    new Listener(widget, std::move(retranslate)); // owned by the widget
}

} // namespace threadscape
