#include "mappingwatch.h"

MappingWatch::MappingWatch(const char *, size_t)
    : m_place(nullptr)
{
}

MappingWatch::~MappingWatch() = default;

bool MappingWatch::isCut() const
{
    return m_place;
}
