# What `cmake --install` lays down: program, library, headers, documents, and how others find them:
# find_package(entente) with the target entente::entente, and pkg-config with the name entente.
# SPDX-License-Identifier: MIT
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/entente)

install(TARGETS entente EXPORT entente
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
if(TARGET entente_main)
    install(TARGETS entente_main DESTINATION ${CMAKE_INSTALL_BINDIR})
    if(BUILD_SHARED_LIBS)
        file(RELATIVE_PATH to_library /${CMAKE_INSTALL_BINDIR} /${CMAKE_INSTALL_LIBDIR})
        set_target_properties(entente_main PROPERTIES INSTALL_RPATH $ORIGIN/${to_library})
    endif()
endif()
install(DIRECTORY include/entente DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES LICENSE CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR})

# ---- find_package(entente)
install(EXPORT entente NAMESPACE entente:: FILE entente-targets.cmake DESTINATION ${package_dir})
get_target_property(library_type entente TYPE)
configure_package_config_file(tools/entente-config.cmake.in entente-config.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(entente-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/entente-config.cmake ${PROJECT_BINARY_DIR}/entente-config-version.cmake
        DESTINATION ${package_dir})

# ---- pkg-config entente. A static library leaves its own libraries to whoever links it.
file(RELATIVE_PATH to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
set(requires "re2 libutf8proc libxxhash pugixml libgvc libcgraph fmt tbb")
if(BUILD_SHARED_LIBS)
    set(requires_line "Requires.private: ${requires}")
else()
    set(requires_line "Requires: ${requires}")
endif()
configure_file(tools/entente.pc.in entente.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/entente.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
