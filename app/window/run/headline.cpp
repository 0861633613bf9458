#include "window/run/headline.h"

#include "text/language_change.h"
#include "text/texts.h"
#include "window/widgets/icons.h"

#include <QEvent>
#include <QStyle>
#include <QVBoxLayout>

namespace threadscape {

Headline::Headline(QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_titleButton(new QToolButton(this)),
      m_question(new QLabel(this)),
      m_answer(new QLabel(this)),
      m_omissions(new QLabel(this))
{
    m_title->setProperty("part", "title");
    m_titleButton->setProperty("part", "title");
    m_titleButton->setIcon(lineIcon(QStringLiteral("chevron-down"), QPalette::PlaceholderText));
    m_titleButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_titleButton->setLayoutDirection(Qt::RightToLeft); // the arrow after the word
    m_titleButton->setFocusPolicy(Qt::TabFocus);
    m_titleButton->hide();
    m_question->setProperty("part", "question");
    m_answer->setProperty("part", "answer");
    m_answer->setObjectName(QStringLiteral("answer"));
    m_answer->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse |
                                      Qt::LinksAccessibleByKeyboard);
    m_answer->setFocusPolicy(Qt::TabFocus);
    connect(m_answer, &QLabel::linkActivated, this, &Headline::findingAsked);
    m_omissions->setObjectName(QStringLiteral("omissions"));
    m_omissions->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_omissions->hide();
    for (QLabel* label : {m_question, m_answer, m_omissions}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_titleButton, 0, Qt::AlignLeft | Qt::AlignAbsolute);
    column->addWidget(m_question);
    column->addWidget(m_answer);
    column->addWidget(m_omissions);
    connect(m_titleButton, &QToolButton::clicked, this, [this] { emit listAsked(m_titleButton); });
    keepRoomForAnswer();
    onLanguageChange(this, [this] {
        m_titleButton->setToolTip(tr("Choose another experiment (Ctrl+F)"));
        m_answer->setAccessibleName(tr("Answer"));
    });
}

void Headline::setExperiment(const Experiment& experiment)
{
    setExperiment(experiment, experiment.question());
}

void Headline::setExperiment(const Experiment& experiment, const Text& question)
{
    const QString title = inWords(experiment.identity().title);
    m_title->setText(title);
    m_titleButton->setText(title);
    m_question->setText(inWords(question));
}

void Headline::setAnswer(const Text& answer, bool withLinks, const QColor& color)
{
    m_words = inWords(answer);
    m_answer->setTextFormat(withLinks ? Qt::RichText : Qt::PlainText);
    m_answer->setText(withLinks ? inRichWords(answer, color.name()) : m_words);
    m_answer->setToolTip(withLinks && m_answer->text().contains(QLatin1StringView("<a "))
                             ? tr("A number leads to where it was seen")
                             : QString());
}

void Headline::setOmissions(const QString& sentences)
{
    m_omissions->setText(sentences);
    m_omissions->setVisible(!sentences.isEmpty());
    keepRoomForAnswer();
}

void Headline::setFailed(bool failed)
{
    if (m_answer->property("failed").toBool() == failed)
        return;
    m_answer->setProperty("failed", failed);
    m_answer->style()->unpolish(m_answer);
    m_answer->style()->polish(m_answer);
}

void Headline::setTitleOpensList(bool opens)
{
    m_title->setVisible(!opens);
    m_titleButton->setVisible(opens);
}

void Headline::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        keepRoomForAnswer();
}

void Headline::setTight(bool tight)
{
    m_tight = tight;
    keepRoomForAnswer();
}

// Always two lines, so that the plots below do not move when the answer grows; of another program's trace it does not.
void Headline::keepRoomForAnswer()
{
    m_answer->ensurePolished();
    m_answer->setMinimumHeight((m_tight || !m_omissions->text().isEmpty() ? 1 : 2) *
                               m_answer->fontMetrics().lineSpacing());
}

} // namespace threadscape
