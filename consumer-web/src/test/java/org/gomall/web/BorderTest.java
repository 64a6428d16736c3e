package org.gomall.web;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.gomall.platform.test.BorderRules;

@AnalyzeClasses(packages = "org.gomall.web", importOptions = ImportOption.DoNotIncludeTests.class)
class BorderTest {

    @ArchTest
    static final ArchTests borders = ArchTests.in(BorderRules.class);
}
