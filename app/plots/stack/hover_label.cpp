#include "plots/stack/hover_label.h"

namespace threadscape {

QString chipStyle(const Theme& theme)
{
    return QStringLiteral("QLabel { background: %1; color: %2; border: 1px solid %3; border-radius: 4px; "
                          "padding: 4px 8px; }")
        .arg(theme.panel.name(), theme.text.name(), theme.secondary.name());
}

HoverLabel::HoverLabel(QWidget* parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("hoverLabel"));
    setTextFormat(Qt::PlainText);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void HoverLabel::setTheme(const Theme& theme)
{
    m_awayPx = theme.px(16);
    setFont(theme.font(Theme::Type::body));
    setStyleSheet(chipStyle(theme));
}

void HoverLabel::show(const QString& sentence, QPointF at)
{
    if (sentence.isEmpty()) {
        hide();
        clear();
        return;
    }
    const QSize room = parentWidget()->size();
    const int away = qRound(m_awayPx);
    setText(sentence);
    setWordWrap(false);
    adjustSize();
    if (const int most = std::max(1, room.width() - 2 * away); width() > most) {
        setWordWrap(true);
        resize(most, heightForWidth(most));
    }
    int x = qRound(at.x()) + away;
    int y = qRound(at.y()) + away;
    if (x + width() > room.width())
        x = std::max(0, qRound(at.x()) - away / 2 - width());
    if (y + height() > room.height())
        y = std::max(0, qRound(at.y()) - away / 2 - height());
    move(x, y);
    QLabel::show();
}

} // namespace threadscape
