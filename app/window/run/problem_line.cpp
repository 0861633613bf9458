#include "window/run/problem_line.h"

#include "window/widgets/icons.h"

#include <QHBoxLayout>
#include <algorithm>

namespace threadscape {

ProblemLine::ProblemLine(QWidget* parent)
    : QWidget(parent), m_label(new QLabel(this)), m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("problemLine"));
    setAttribute(Qt::WA_StyledBackground);
    m_label->setObjectName(QStringLiteral("problem"));
    m_label->setProperty("part", "problem");
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setWordWrap(true);
    m_label->setMinimumWidth(1); // a long path must not widen the window
    m_close->setProperty("part", "quiet");
    m_close->setIcon(lineIcon(QStringLiteral("close"), QPalette::BrightText));
    m_close->setIconSize({16, 16});
    m_close->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(m_label, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, &ProblemLine::close);
    hide();
    onLanguageChange(this, [this] {
        m_label->setAccessibleName(tr("Problem"));
        m_close->setToolTip(tr("Closes this message"));
        m_close->setAccessibleName(tr("Close the message"));
        showLast();
    });
}

void ProblemLine::set(About about, const Words& sentence)
{
    const auto known = std::ranges::find(m_open, about, &Problem::about);
    if (known != m_open.end() && sentence)
        known->sentence = sentence;
    else if (known != m_open.end())
        m_open.erase(known);
    else if (sentence)
        m_open.push_back({about, sentence});
    showLast();
}

void ProblemLine::close()
{
    const About about = m_open.back().about;
    set(about, {});
    emit closed(about);
}

void ProblemLine::showLast()
{
    const QString last = sentence();
    if (last != m_label->text()) {
        m_label->setText(last);
        m_label->setToolTip(last);
    }
    setVisible(!last.isEmpty());
}

} // namespace threadscape
