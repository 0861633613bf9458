#pragma once

#include <QLineEdit>
#include <QTreeWidget>
#include <QWidget>
#include <string>

namespace threadscape {

/// All experiments under their topics, with a search.
class ExperimentList final : public QWidget {
    Q_OBJECT

public:
    explicit ExperimentList(QWidget* parent = nullptr);

    void setCurrent(const std::string& id);
    QLineEdit* search() const { return m_search; }
    QTreeWidget* tree() const { return m_tree; }
    /// Height that shows every experiment, in px.
    int wholeHeight() const;

signals:
    void picked(const std::string& id);

private:
    void retranslate();
    void fill();
    void filter(const QString& words);
    void pickFirstMatch();

    QLineEdit* m_search;
    QTreeWidget* m_tree;
};

} // namespace threadscape
