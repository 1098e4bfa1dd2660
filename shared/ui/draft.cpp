#include "draft.h"

#include "framingtext.h"

using namespace Qt::StringLiterals;

static constexpr qsizetype MaxPreviewedWays = 8; // that are compared and named

Draft Draft::of(const TypedText &typed, const Writing &writing)
{
    Draft draft;
    draft.parsed = parseInput(typed.form, typed.text, writing.encoder);
    if (draft.parsed.ok())
        draft.frame(typed, writing);
    if (draft.wire.isEmpty())
        draft.takeFirstWay(typed, writing.ways);
    return draft;
}

/// What the framing can't carry is a problem of the whole text.
void Draft::frame(const TypedText &typed, const Writing &writing)
{
    if (typed.ending != LineEnding::Framing) {
        wire = parsed.bytes + lineEndingBytes(typed.ending);
        return;
    }
    if (parsed.bytes.isEmpty() && !writing.allowEmpty)
        return;
    QString problem;
    const auto message = writing.framing.compose(parsed.bytes, false, &problem);
    if (message)
        wire = message->wire;
    else
        parsed.problems.append({0, typed.text.size(), problem});
}

void Draft::takeFirstWay(const TypedText &typed, const QList<Interpretation> &ways)
{
    for (const Interpretation &way : ways) {
        const auto message = typed.compose(way);
        if (!message || message->wire.isEmpty())
            continue;
        parsed = {message->content().toByteArray(), {}};
        wire = message->wire;
        return;
    }
}

QList<BytePreview::Way> Draft::differingWays(const TypedText &typed, const QList<Interpretation> &ways) const
{
    QList<BytePreview::Way> differing;
    if (wire.isEmpty() || ways.size() < 2)
        return differing;
    bool differs = false;
    for (const Interpretation &way : ways.first(qMin(MaxPreviewedWays, ways.size()))) {
        const auto message = typed.compose(way);
        const QByteArray bytes = message ? message->wire : QByteArray();
        differs = differs || bytes != wire;
        differing.append({u"%1 · %2"_s.arg(framingTitle(way.framing), way.encoding.name()), bytes});
    }
    return differs ? differing : QList<BytePreview::Way>();
}
