#include "window/presentation_head.h"

#include "window/elided_label.h"

#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>

namespace threadscape {

PresentationHead::PresentationHead(QWidget* parent)
    : QWidget(parent),
      m_small(new ElidedLabel(this)),
      m_taken(new QWidget(this)),
      m_large(new QLabel(this)),
      m_below(new QLabel(this))
{
    m_small->setObjectName(QStringLiteral("presentTopic"));
    m_large->setObjectName(QStringLiteral("presentWords"));
    m_below->setObjectName(QStringLiteral("presentSetup"));
    for (QLabel* label : {m_large, m_below}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setSpacing(0);
    top->addWidget(m_small, 1);
    top->addWidget(m_taken);
    column->addLayout(top);
    column->addWidget(m_large);
    column->addWidget(m_below);
}

void PresentationHead::setTheme(const Theme& theme)
{
    m_theme = theme;
    fit();
}

void PresentationHead::setTaken(int px)
{
    m_taken->setFixedSize(px, 1);
}

int PresentationHead::smallLine() const
{
    return QFontMetrics(m_theme.font(Theme::Type::label)).height();
}

void PresentationHead::showGuess(const QString& topic, const QString& question, const QString& setup)
{
    show(Says::question, topic, question, setup, false);
}

void PresentationHead::showRun(const QString& question, const QString& answer)
{
    show(Says::answerSoFar, question, answer, {}, false);
}

void PresentationHead::showAnswer(const QString& question, const QString& answer, bool failed)
{
    show(Says::answer, question, answer, {}, failed);
}

void PresentationHead::show(Says says, const QString& small, const QString& large, const QString& below,
                            bool failed)
{
    m_says = says;
    m_small->setWords(small);
    m_large->setText(large);
    m_below->setText(below);
    m_below->setVisible(!below.isEmpty());
    if (m_large->property("failed").toBool() != failed) {
        m_large->setProperty("failed", failed);
        m_large->style()->unpolish(m_large);
        m_large->style()->polish(m_large);
    }
    fit();
}

// The answer has room for two lines of its size; one that fits into one line is as large as the question.
void PresentationHead::fit()
{
    m_small->setFont(m_theme.font(Theme::Type::label));
    m_small->setFixedHeight(smallLine());
    m_below->setFont(m_theme.font(Theme::Type::answer));
    const QFont usual = m_theme.font(Theme::Type::answer);
    const int room = 2 * QFontMetrics(usual).lineSpacing();
    QFont font = m_theme.font(Theme::Type::question, true);
    if (m_says == Says::answerSoFar)
        font = usual;
    if (m_says == Says::answer) {
        const auto tooMuch = [&] {
            return QFontMetrics(font)
                       .boundingRect(0, 0, width(), 10000, Qt::TextWordWrap, m_large->text())
                       .height() > room;
        };
        while (tooMuch() && font.pixelSize() > usual.pixelSize())
            font.setPixelSize(font.pixelSize() - 1);
    }
    m_large->setFont(font);
    m_large->setAlignment(Qt::AlignLeft | (m_says == Says::question ? Qt::AlignTop : Qt::AlignVCenter));
    m_large->setMinimumHeight(m_says == Says::question ? 0 : room);
}

void PresentationHead::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace threadscape
