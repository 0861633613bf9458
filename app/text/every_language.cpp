#include "text/every_language.h"

#include <QEvent>

namespace threadscape {

namespace {

// A widget passes a change of language on to everything that it owns.
class Listener final : public QObject {
public:
    Listener(QObject* widget, std::function<void()> putWords)
        : QObject(widget), m_putWords(std::move(putWords))
    {
    }

    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::LanguageChange)
            m_putWords();
        return QObject::event(event);
    }

private:
    std::function<void()> m_putWords;
};

} // namespace

void inEveryLanguage(QObject* widget, std::function<void()> putWords)
{
    putWords();
    new Listener(widget, std::move(putWords)); // the widget's
}

} // namespace threadscape
