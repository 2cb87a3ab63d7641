/** Business calendars as a tenant declares them: shifts, holidays of a country or region, exceptions, and changes of plan. */
package com.opsatc.connector.calendar;
