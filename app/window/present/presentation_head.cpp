#include "window/present/presentation_head.h"

#include "window/widgets/elided_label.h"
#include "window/widgets/word_lines.h"

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
    if (m_large->property("failed").toBool() != failed) {
        m_large->setProperty("failed", failed);
        m_large->style()->unpolish(m_large);
        m_large->style()->polish(m_large);
    }
    fit();
}

// From the guess to the answer its height is constant, so that the plots below do not move: a line of the question and
// one of what will run. A longer text is made smaller, to a limit.
void PresentationHead::fit()
{
    const QFont question = m_theme.font(Theme::Type::question, true);
    const QFont usual = m_theme.font(Theme::Type::answer);
    const int line = QFontMetrics(question).lineSpacing();
    const int below = QFontMetrics(usual).lineSpacing();
    m_small->setFont(m_theme.font(Theme::Type::label));
    m_small->setFixedHeight(smallLine());
    const QSize room(width(), line + below);
    QFont large = m_says == Says::answerSoFar ? usual : question;
    if (m_says == Says::answer)
        large = fittedFont(m_large->text(), question, usual.pixelSize(), room);
    m_large->setFont(large);
    m_large->setMaximumWidth(balancedWidth(m_large->text(), large, width()));
    m_below->setFont(fittedFont(m_below->text(), usual, m_theme.font(Theme::Type::label).pixelSize(),
                                QSize(width(), below)));
    const bool asks = m_says == Says::question;
    m_large->setAlignment(Qt::AlignLeft | (asks ? Qt::AlignTop : Qt::AlignVCenter));
    m_large->setMinimumHeight(asks ? line : room.height());
    m_below->setMinimumHeight(below);
    m_below->setVisible(asks);
    layout()->activate(); // immediately: no frame with a layout that is too narrow
}

void PresentationHead::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace threadscape
