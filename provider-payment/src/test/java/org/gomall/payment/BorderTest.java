package org.gomall.payment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.gomall.platform.test.BorderRules;

@AnalyzeClasses(packages = "org.gomall.payment", importOptions = ImportOption.DoNotIncludeTests.class)
class BorderTest {

    @ArchTest
    static final ArchTests BORDERS = ArchTests.in(BorderRules.class);

    /** It is reached over HTTP, as a real processor would be. */
    @ArchTest
    static final ArchRule nobody_knows_the_sandbox = noClasses()
            .that()
            .resideOutsideOfPackage("org.gomall.payment.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.gomall.payment.sandbox..");

    @ArchTest
    static final ArchRule the_sandbox_knows_nothing_of_gomall_but_the_platform = noClasses()
            .that()
            .resideInAPackage("org.gomall.payment.sandbox..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.gomall..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                            "org.gomall.payment.sandbox..", "org.gomall.platform.."))));

    @ArchTest
    static final ArchRule the_sandbox_is_package_private = classes()
            .that()
            .resideInAPackage("org.gomall.payment.sandbox..")
            .and()
            .areTopLevelClasses()
            .should()
            .bePackagePrivate();
}
