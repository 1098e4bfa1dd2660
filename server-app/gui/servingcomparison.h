#pragma once

#include "servingfacts.h"

#include <QMap>
#include <QString>

/// What serving the sockets costs now, and what it cost at most in each way that was tried since the program started:
/// the highest of each number, not all of them of the same second. Texts are in the language of now. A value.
class ServingComparison
{
public:
    void take(const ServingFacts &facts);
    bool isEmpty() const { return m_highest.isEmpty(); }
    /// `4 I/O threads · 85 MB · delay 0.05 ms`, of now.
    QString line() const;
    /// A line for each way, with the name of the way.
    QString all() const;

private:
    static QString name(const ServingFacts &facts);
    static QString details(const ServingFacts &facts);

    QMap<int, ServingFacts> m_highest; // by the number of threads that was asked for, 0: one per client
    ServingFacts m_now;
};
