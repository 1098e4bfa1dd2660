#pragma once

#include <QtGlobal>

#include <cstddef>

/// Looks after a mapping of a file that another program can cut short. Touching a page that the file has no more raises
/// SIGBUS on Unix, which would end the program: of a mapping that is looked after, such a page and those behind it become
/// zeros instead, and the mapping is known to be cut. Windows lets nobody cut a file that is mapped. Any thread; goes before
/// its mapping does. Of more than MostWatched at a time the rest are not looked after.
class MappingWatch final
{
public:
    static constexpr size_t MostWatched = 4096;

    struct Place; ///< of a mapping among all that are looked after

    MappingWatch(const char *begin, size_t size);
    ~MappingWatch();
    Q_DISABLE_COPY_MOVE(MappingWatch)

    bool isCut() const; ///< some of its bytes were not there when they were read

private:
    Place *m_place; // null: it is not looked after
};
