# resources/threadscape.qrc and the compiled translations (:/translations/*.qm), as objects: a static library would lose them.
file(GLOB translations CONFIGURE_DEPENDS resources/translations/*.ts)
set(qrc "${CMAKE_CURRENT_SOURCE_DIR}/resources/threadscape.qrc")

file(WRITE "${CMAKE_BINARY_DIR}/resources.cpp.in" "// An object library needs one source.\n")
configure_file("${CMAKE_BINARY_DIR}/resources.cpp.in" "${CMAKE_BINARY_DIR}/resources.cpp" COPYONLY)
add_library(threadscape_resources OBJECT "${CMAKE_BINARY_DIR}/resources.cpp")
target_link_libraries(threadscape_resources PRIVATE Qt6::Core)
if(EXISTS "${qrc}")
    qt6_add_resources(qrc_sources "${qrc}")
    target_sources(threadscape_resources PRIVATE ${qrc_sources})
endif()
if(translations)
    set_source_files_properties(${translations} PROPERTIES OUTPUT_LOCATION "${CMAKE_BINARY_DIR}/translations")
    qt6_add_lrelease(threadscape_resources TS_FILES ${translations} OPTIONS -silent QM_FILES_OUTPUT_VARIABLE qm_files)
    qt6_add_resources(threadscape_resources translations PREFIX /translations
        BASE "${CMAKE_BINARY_DIR}/translations" FILES ${qm_files})
    # Takes new texts of the sources into the .ts files: cmake --build --preset dev --target update_translations
    # English is the sources' own: its file holds plural forms alone.
    set(threadscape_lupdate -silent -no-obsolete -locations none -tr-function-alias
        QT_TRANSLATE_NOOP+=TS_TEXT,QT_TRANSLATE_NOOP+=TS_NAME,QT_TRANSLATE_N_NOOP+=TS_PLURAL app engine)
    set(others ${translations})
    list(FILTER others EXCLUDE REGEX "_en\\.ts$")
    add_custom_target(update_translations
        COMMAND Qt6::lupdate ${threadscape_lupdate} -pluralonly -ts resources/translations/threadscape_en.ts
        COMMAND Qt6::lupdate ${threadscape_lupdate} -ts ${others}
        WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" VERBATIM)
endif()
