#include "recenttargets.h"

#include <QSettings>

using namespace Qt::StringLiterals;

static const auto TargetsKey = u"recentTargets"_s; // none at first

QStringList RecentTargets::all()
{
    return QSettings().value(TargetsKey).toStringList();
}

void RecentTargets::remember(const QString &target)
{
    QStringList targets = all();
    targets.removeAll(target);
    targets.prepend(target);
    QSettings().setValue(TargetsKey, targets.first(qMin(MaxTargets, targets.size())));
}
