#include "window/widgets/elided_label.h"

#include <QPainter>
#include <QStyle>

namespace threadscape {

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidedLabel::setWords(const QString& words, const QString& more)
{
    m_words = words;
    m_more = more;
    if (const QString line = QString(words).replace(u'\n', QStringLiteral("  ·  ")); line != text())
        setText(line);
    tell();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::tell()
{
    QStringList lines;
    if (fontMetrics().horizontalAdvance(text()) > width())
        lines << m_words;
    if (!m_more.isEmpty())
        lines << m_more;
    setToolTip(lines.join(u'\n'));
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    tell();
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    style()->drawItemText(&painter, rect(), Qt::AlignLeft | Qt::AlignVCenter, palette(), isEnabled(), shown,
                          foregroundRole());
}

} // namespace threadscape
