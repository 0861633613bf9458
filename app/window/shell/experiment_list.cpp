#include "window/shell/experiment_list.h"

#include "lab/run/registry.h"
#include "text/language_change.h"
#include "text/texts.h"
#include "window/widgets/icons.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMap>
#include <QVBoxLayout>

namespace threadscape {

namespace {

constexpr int kId = Qt::UserRole;
constexpr int kSearched = Qt::UserRole + 1;

/// A tree that leaves the space bar to the window.
class Tree final : public QTreeWidget {
public:
    using QTreeWidget::QTreeWidget;

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Space)
            event->ignore();
        else
            QTreeWidget::keyPressEvent(event);
    }
};

} // namespace

ExperimentList::ExperimentList(QWidget* parent)
    : QWidget(parent), m_search(new QLineEdit(this)), m_tree(new Tree(this))
{
    m_search->addAction(lineIcon(QStringLiteral("search"), QPalette::PlaceholderText),
                        QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(0);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setTextElideMode(Qt::ElideRight);
    onLanguageChange(this, [this] { retranslate(); });

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 12, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_search);
    column->addWidget(m_tree, 1);

    connect(m_search, &QLineEdit::textChanged, this, &ExperimentList::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &ExperimentList::pickFirstMatch);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item != nullptr && item->parent() != nullptr)
            emit picked(item->data(0, kId).toString().toStdString());
    });
}

void ExperimentList::retranslate()
{
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search experiments"));
    m_search->setToolTip(tr("Search experiments (Ctrl+F)"));
    m_tree->setAccessibleName(tr("Experiments"));
    const QSignalBlocker quiet(m_tree);
    const QTreeWidgetItem* current = m_tree->currentItem();
    const std::string chosen = current != nullptr ? current->data(0, kId).toString().toStdString() : "";
    fill();
    setCurrent(chosen);
    filter(m_search->text());
}

void ExperimentList::fill()
{
    m_tree->clear();
    QMap<QString, QTreeWidgetItem*> topics;
    for (const auto& experiment : makeExperiments()) {
        const auto& identity = experiment->identity();
        const QString topic = inWords(identity.topic);
        QTreeWidgetItem*& heading = topics[topic];
        if (heading == nullptr) {
            heading = new QTreeWidgetItem(m_tree, {topic});
            heading->setFlags(Qt::ItemIsEnabled);
            QFont font = m_tree->font();
            font.setBold(true);
            heading->setFont(0, font);
        }
        const QString title = inWords(identity.title);
        const QString question = inWords(experiment->question());
        auto* item = new QTreeWidgetItem(heading, {title});
        item->setToolTip(0, question);
        item->setData(0, kId, QString::fromStdString(experiment->id()));
        item->setData(0, kSearched,
                      QStringList{title, question, topic, QString::fromLatin1(identity.id)}.join(u' '));
    }
    m_tree->expandAll();
}

void ExperimentList::setCurrent(const std::string& id)
{
    const QSignalBlocker still(m_tree);
    m_tree->setCurrentItem(nullptr); // what is shown may not be in the list, and then any can be picked
    for (QTreeWidgetItemIterator it(m_tree); *it != nullptr; ++it) {
        if ((*it)->data(0, kId).toString().toStdString() == id)
            m_tree->setCurrentItem(*it);
    }
}

int ExperimentList::wholeHeight() const
{
    int rows = 0;
    for (QTreeWidgetItemIterator it(m_tree); *it != nullptr; ++it)
        rows += m_tree->visualItemRect(*it).height();
    const QMargins margins = layout()->contentsMargins();
    return rows + m_search->sizeHint().height() + layout()->spacing() + margins.top() + margins.bottom() + 8;
}

void ExperimentList::filter(const QString& words)
{
    for (int t = 0; t < m_tree->topLevelItemCount(); ++t) {
        QTreeWidgetItem* topic = m_tree->topLevelItem(t);
        bool any = false;
        for (int i = 0; i < topic->childCount(); ++i) {
            const bool match =
                topic->child(i)->data(0, kSearched).toString().contains(words.trimmed(), Qt::CaseInsensitive);
            topic->child(i)->setHidden(!match);
            any = any || match;
        }
        topic->setHidden(!any);
    }
}

void ExperimentList::pickFirstMatch()
{
    for (QTreeWidgetItemIterator it(m_tree, QTreeWidgetItemIterator::NotHidden); *it != nullptr; ++it) {
        if ((*it)->parent() == nullptr)
            continue;
        m_tree->setCurrentItem(*it);
        m_tree->setFocus();
        return;
    }
}

} // namespace threadscape
