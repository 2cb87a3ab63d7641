/** What a KPI is to be measured with: its parameters, its input, the contributions that it gives. */
package com.opsatc.process.kpi.measure;
