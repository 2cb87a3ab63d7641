package com.opsatc.connector.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ObjectTypesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Employee",
                "employees",
                "sales_person",
                "SalesPerson",
                "customers",
                "Customer contacts",
                "user",
                "USER_ID",
                "Mitarbeiter",
                "nurses"
            })
    void refuses_aTypeWhoseNameEndsInPeople(String type) {
        assertThat(ObjectTypes.ALL.refuses(type)).isTrue();
        assertThat(new ObjectTypes(List.of(), List.of(type)).refuses(type)).isFalse();
        assertThat(new ObjectTypes(List.of(type), List.of()).refuses(type)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer Order",
                "Container",
                "user_story",
                "Truck",
                "purchase-order",
                "Driver License",
                "",
                "id"
            })
    void refuses_noOther(String type) {
        assertThat(ObjectTypes.ALL.refuses(type)).isFalse();
    }
}
