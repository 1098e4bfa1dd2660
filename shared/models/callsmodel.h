#pragma once

#include "callrows.h"

#include <QAbstractListModel>

/// The calls that what happened stands for, as rows to show, with the roles of a transcript. Holds none of them: a
/// row's text is made when it is asked for. GUI thread.
class CallsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr quint64 MostRows = 100'000'000; ///< older ones are not listed

    /// Not owned; must outlive the model.
    explicit CallsModel(CallRows *rows, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// The row, or nothing where there is none.
    std::optional<CallRow> rowAt(qsizetype row) const;
    /// `12:00:00.000 recv(…) → 6`
    QString line(qsizetype row) const;
    bool hasLost() const { return m_first > 0 || m_rows->store()->goneRecords() > 0; } ///< older calls are not listed
    void retranslate();

private:
    void replace();
    void grow();
    QString timeText(const CallRow &row) const;
    QString resultText(const CallRow &row) const;

    CallRows *m_rows;
    std::shared_ptr<CallIndex> m_index; // what the rows below are of
    StoreReader m_reader;
    quint64 m_first = 0;
    quint64 m_end = 0;
};
