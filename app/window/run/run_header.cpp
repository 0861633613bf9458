#include "window/run/run_header.h"

#include "window/widgets/elided_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace threadscape {

RunHeader::RunHeader(QWidget* parent)
    : QWidget(parent),
      m_name(new QLabel(this)),
      m_words(new ElidedLabel(this)),
      m_button(new QToolButton(this))
{
    m_name->setProperty("part", "runName");
    m_button->setProperty("part", "quiet");
    m_button->setIconSize({16, 16});
    m_button->setFocusPolicy(Qt::TabFocus);
    QSizePolicy keepsItsPlace = m_button->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_button->setSizePolicy(keepsItsPlace);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(4, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_name);
    row->addWidget(m_words, 1);
    row->addWidget(m_button);
}

void RunHeader::setWords(const QString& name, const QString& words, const QString& more)
{
    m_name->setText(name);
    m_words->setWords(words, more);
}

QString RunHeader::words() const
{
    return m_words->text();
}

void RunHeader::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        emit dismissed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace threadscape
