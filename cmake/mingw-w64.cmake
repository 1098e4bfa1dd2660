# Builds for 64-bit Windows on Linux: mingw-w64 (the variant with POSIX threads) and any Qt 6 made with it.
#   cmake -G Ninja -S . -B build-windows -DCMAKE_TOOLCHAIN_FILE=cmake/mingw-w64.cmake -DQT_WINDOWS=FOLDER
# QT_WINDOWS is the folder of that Qt, with bin and lib in it; without it, CMAKE_PREFIX_PATH is searched as always.
# QT_HOST_PATH (default: /usr) is where this machine's own Qt 6 has moc, rcc and the Linguist tools.
# Programs and tests that CMake or ctest run go through Wine; WINEPREFIX says which folder is Wine's.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_VERSION 10.0)
set(CMAKE_SYSTEM_PROCESSOR x86_64)

set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES QT_WINDOWS QT_HOST_PATH)
set(QT_WINDOWS "" CACHE PATH "A Qt 6 for mingw-w64: the folder that holds its bin and lib")
set(QT_HOST_PATH /usr CACHE PATH "The Qt 6 of this machine, for its tools")

# Some systems name the compilers after their threads, others have one variant only, which is this one.
foreach(language C CXX)
    if(language STREQUAL "C")
        set(names x86_64-w64-mingw32-gcc-posix x86_64-w64-mingw32-gcc)
    else()
        set(names x86_64-w64-mingw32-g++-posix x86_64-w64-mingw32-g++)
    endif()
    find_program(CMAKE_${language}_COMPILER NAMES ${names})
endforeach()
find_program(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)

set(CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32)
foreach(prefix ${QT_WINDOWS} ${CMAKE_PREFIX_PATH})
    list(PREPEND CMAKE_FIND_ROOT_PATH ${prefix})
endforeach()
if(QT_WINDOWS)
    # Its lib/cmake: were it the folder itself, CMake would put the root before it once more.
    list(PREPEND CMAKE_PREFIX_PATH ${QT_WINDOWS}/lib/cmake)
endif()
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

if(NOT QT_HOST_PATH_CMAKE_DIR)
    # Debian and Ubuntu keep it in a folder named after the machine's kind.
    file(GLOB host_info ${QT_HOST_PATH}/lib/cmake/Qt6HostInfo ${QT_HOST_PATH}/lib64/cmake/Qt6HostInfo
         ${QT_HOST_PATH}/lib/*/cmake/Qt6HostInfo)
    if(host_info)
        list(GET host_info 0 host_info)
        cmake_path(GET host_info PARENT_PATH host_info)
        set(QT_HOST_PATH_CMAKE_DIR ${host_info} CACHE PATH "The CMake files of this machine's Qt 6")
    endif()
endif()

if(NOT CMAKE_CROSSCOMPILING_EMULATOR)
    set(CMAKE_CROSSCOMPILING_EMULATOR ${CMAKE_CURRENT_LIST_DIR}/wine.sh ${QT_WINDOWS}/bin)
endif()
