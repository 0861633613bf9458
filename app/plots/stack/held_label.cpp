#include "plots/stack/held_label.h"

#include "plots/stack/hover_label.h"
#include "text/texts.h"

namespace threadscape {

HeldLabel::HeldLabel(QWidget* parent) : QLabel(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void HeldLabel::setTheme(const Theme& theme)
{
    m_theme = theme;
    setFont(theme.font(Theme::Type::body, true));
    setStyleSheet(chipStyle(theme));
}

void HeldLabel::show(std::optional<std::int64_t> atNs)
{
    setVisible(atNs.has_value());
    if (!atNs)
        return;
    setText(inWords(Text(TS_TEXT("plots", "Held at %1")).arg(DurationArg{*atNs})));
    adjustSize();
    move(parentWidget()->width() - width() - qRound(m_theme.px(12)), qRound(m_theme.px(8)));
    raise();
}

} // namespace threadscape
