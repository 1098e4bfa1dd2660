# Everything that all targets compile with, in one place.
add_library(oneport_options INTERFACE)
target_compile_features(oneport_options INTERFACE cxx_std_20)
target_compile_definitions(oneport_options INTERFACE
    ONEPORT_VERSION="${PROJECT_VERSION}"
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    $<$<CONFIG:Debug>:QT_FORCE_ASSERTS>)

if(MSVC)
    target_compile_options(oneport_options INTERFACE /W4 /utf-8 /permissive-
        $<$<BOOL:${ONEPORT_WARNINGS_AS_ERRORS}>:/WX>)
else()
    target_compile_options(oneport_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wunused
        $<$<BOOL:${ONEPORT_WARNINGS_AS_ERRORS}>:-Werror>)
endif()

if(ONEPORT_SANITIZE)
    target_compile_options(oneport_options INTERFACE -fsanitize=${ONEPORT_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(oneport_options INTERFACE -fsanitize=${ONEPORT_SANITIZE})
endif()

# A layer is a folder and a static library. It shows only its own folder to those who link it, so an include that
# crosses the layers the wrong way does not compile.
function(oneport_layer name)
    cmake_parse_arguments(LAYER "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${LAYER_SOURCES})
    target_include_directories(${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC oneport_options ${LAYER_PUBLIC} PRIVATE ${LAYER_PRIVATE})
endfunction()
