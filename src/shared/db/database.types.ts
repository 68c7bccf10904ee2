export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      access_log: {
        Row: {
          action: Database['public']['Enums']['access_action'];
          details: string | null;
          ground: Database['public']['Enums']['access_ground'] | null;
          happened_at: string;
          household_id: string;
          id: number;
          member_id: string | null;
          staff_id: string;
          staff_role: Database['public']['Enums']['staff_role'];
        };
        ComputedFields: never;
        Insert: {
          action: Database['public']['Enums']['access_action'];
          details?: string | null;
          ground?: Database['public']['Enums']['access_ground'] | null;
          happened_at?: string;
          household_id: string;
          id?: never;
          member_id?: string | null;
          staff_id: string;
          staff_role: Database['public']['Enums']['staff_role'];
        };
        Update: {
          action?: Database['public']['Enums']['access_action'];
          details?: string | null;
          ground?: Database['public']['Enums']['access_ground'] | null;
          happened_at?: string;
          household_id?: string;
          id?: never;
          member_id?: string | null;
          staff_id?: string;
          staff_role?: Database['public']['Enums']['staff_role'];
        };
        Relationships: [
          {
            foreignKeyName: 'access_log_household_fk';
            columns: ['household_id'];
            isOneToOne: false;
            referencedRelation: 'household';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'access_log_member_fk';
            columns: ['member_id'];
            isOneToOne: false;
            referencedRelation: 'household_member';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'access_log_staff_fk';
            columns: ['staff_id'];
            isOneToOne: false;
            referencedRelation: 'staff_member';
            referencedColumns: ['id'];
          },
        ];
      };
      attendance: {
        Row: {
          noted_at: string;
          noted_by: string | null;
          person_id: string;
          session_id: string;
          state: Database['public']['Enums']['attendance_state'];
        };
        ComputedFields: never;
        Insert: {
          noted_at?: string;
          noted_by?: string | null;
          person_id: string;
          session_id: string;
          state: Database['public']['Enums']['attendance_state'];
        };
        Update: {
          noted_at?: string;
          noted_by?: string | null;
          person_id?: string;
          session_id?: string;
          state?: Database['public']['Enums']['attendance_state'];
        };
        Relationships: [
          {
            foreignKeyName: 'attendance_noted_by_fk';
            columns: ['noted_by'];
            isOneToOne: false;
            referencedRelation: 'staff_member';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'attendance_person_fk';
            columns: ['person_id'];
            isOneToOne: false;
            referencedRelation: 'booking_person';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'attendance_session_fk';
            columns: ['session_id'];
            isOneToOne: false;
            referencedRelation: 'occasion_session';
            referencedColumns: ['id'];
          },
        ];
      };
      booking: {
        Row: {
          booked_at: string | null;
          by_staff: boolean;
          created_at: string;
          email: string | null;
          email_key: string | null;
          ended_at: string | null;
          ended_why: Database['public']['Enums']['booking_end'] | null;
          erased_at: string | null;
          form: Database['public']['Enums']['seat_form'];
          id: string;
          is_slot: boolean;
          key_hash: string | null;
          member_id: string | null;
          moved_at: string | null;
          name: string | null;
          number: number;
          occasion_id: string;
          organisation: string | null;
          seats: number;
          sequence: number;
          session_id: string | null;
          state: Database['public']['Enums']['booking_state'];
          suits_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          booked_at?: string | null;
          by_staff?: boolean;
          created_at?: string;
          email?: string | null;
          email_key?: string | null;
          ended_at?: string | null;
          ended_why?: Database['public']['Enums']['booking_end'] | null;
          erased_at?: string | null;
          form: Database['public']['Enums']['seat_form'];
          id: string;
          is_slot?: boolean;
          key_hash?: string | null;
          member_id?: string | null;
          moved_at?: string | null;
          name?: string | null;
          number?: never;
          occasion_id: string;
          organisation?: string | null;
          seats: number;
          sequence?: number;
          session_id?: string | null;
          state: Database['public']['Enums']['booking_state'];
          suits_at?: string | null;
        };
        Update: {
          booked_at?: string | null;
          by_staff?: boolean;
          created_at?: string;
          email?: string | null;
          email_key?: string | null;
          ended_at?: string | null;
          ended_why?: Database['public']['Enums']['booking_end'] | null;
          erased_at?: string | null;
          form?: Database['public']['Enums']['seat_form'];
          id?: string;
          is_slot?: boolean;
          key_hash?: string | null;
          member_id?: string | null;
          moved_at?: string | null;
          name?: string | null;
          number?: never;
          occasion_id?: string;
          organisation?: string | null;
          seats?: number;
          sequence?: number;
          session_id?: string | null;
          state?: Database['public']['Enums']['booking_state'];
          suits_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'booking_member_fk';
            columns: ['member_id'];
            isOneToOne: false;
            referencedRelation: 'household_member';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'booking_occasion_fk';
            columns: ['occasion_id'];
            isOneToOne: false;
            referencedRelation: 'occasion';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'booking_session_fk';
            columns: ['session_id'];
            isOneToOne: false;
            referencedRelation: 'occasion_session';
            referencedColumns: ['id'];
          },
        ];
      };
      booking_event: {
        Row: {
          actor: Database['public']['Enums']['actor_kind'];
          booking_id: string;
          details: NonNullable<Json>;
          happened_at: string;
          id: number;
          kind: string;
          staff_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          actor: Database['public']['Enums']['actor_kind'];
          booking_id: string;
          details?: NonNullable<Json>;
          happened_at?: string;
          id?: never;
          kind: string;
          staff_id?: string | null;
        };
        Update: {
          actor?: Database['public']['Enums']['actor_kind'];
          booking_id?: string;
          details?: NonNullable<Json>;
          happened_at?: string;
          id?: never;
          kind?: string;
          staff_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'booking_event_booking_fk';
            columns: ['booking_id'];
            isOneToOne: false;
            referencedRelation: 'booking';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'booking_event_staff_fk';
            columns: ['staff_id'];
            isOneToOne: false;
            referencedRelation: 'staff_member';
            referencedColumns: ['id'];
          },
        ];
      };
      booking_person: {
        Row: {
          age: number | null;
          booking_id: string;
          id: string;
          member_id: string | null;
          name: string | null;
          ord: number;
        };
        ComputedFields: never;
        Insert: {
          age?: number | null;
          booking_id: string;
          id?: string;
          member_id?: string | null;
          name?: string | null;
          ord: number;
        };
        Update: {
          age?: number | null;
          booking_id?: string;
          id?: string;
          member_id?: string | null;
          name?: string | null;
          ord?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'booking_person_booking_fk';
            columns: ['booking_id'];
            isOneToOne: false;
            referencedRelation: 'booking';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'booking_person_member_fk';
            columns: ['member_id'];
            isOneToOne: false;
            referencedRelation: 'household_member';
            referencedColumns: ['id'];
          },
        ];
      };
      break_glass: {
        Row: {
          asked_at: string;
          erased_at: string | null;
          household_id: string;
          id: string;
          reason: string | null;
          seen_at: string | null;
          staff_id: string;
          until: string;
        };
        ComputedFields: never;
        Insert: {
          asked_at?: string;
          erased_at?: string | null;
          household_id: string;
          id?: string;
          reason?: string | null;
          seen_at?: string | null;
          staff_id: string;
          until: string;
        };
        Update: {
          asked_at?: string;
          erased_at?: string | null;
          household_id?: string;
          id?: string;
          reason?: string | null;
          seen_at?: string | null;
          staff_id?: string;
          until?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'break_glass_household_fk';
            columns: ['household_id'];
            isOneToOne: false;
            referencedRelation: 'household';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'break_glass_staff_fk';
            columns: ['staff_id'];
            isOneToOne: false;
            referencedRelation: 'staff_member';
            referencedColumns: ['id'];
          },
        ];
      };
      certificate: {
        Row: {
          activity: string;
          booking_id: string;
          code: string;
          finished_on: string;
          guest_key: string | null;
          id: string;
          issued_at: string;
          member_id: string | null;
          name: string | null;
          parts: number;
          title: string;
          withdrawn_at: string | null;
          year: number;
        };
        ComputedFields: never;
        Insert: {
          activity: string;
          booking_id: string;
          code: string;
          finished_on: string;
          guest_key?: string | null;
          id?: string;
          issued_at?: string;
          member_id?: string | null;
          name?: string | null;
          parts: number;
          title: string;
          withdrawn_at?: string | null;
          year: number;
        };
        Update: {
          activity?: string;
          booking_id?: string;
          code?: string;
          finished_on?: string;
          guest_key?: string | null;
          id?: string;
          issued_at?: string;
          member_id?: string | null;
          name?: string | null;
          parts?: number;
          title?: string;
          withdrawn_at?: string | null;
          year?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'certificate_booking_fk';
            columns: ['booking_id'];
            isOneToOne: false;
            referencedRelation: 'booking';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'certificate_member_fk';
            columns: ['member_id'];
            isOneToOne: false;
            referencedRelation: 'household_member';
            referencedColumns: ['id'];
          },
        ];
      };
      contact_note: {
        Row: {
          body: string | null;
          erased_at: string | null;
          household_id: string;
          id: string;
          reached: boolean | null;
          staff_id: string;
          written_at: string;
        };
        ComputedFields: never;
        Insert: {
          body?: string | null;
          erased_at?: string | null;
          household_id: string;
          id?: string;
          reached?: boolean | null;
          staff_id: string;
          written_at?: string;
        };
        Update: {
          body?: string | null;
          erased_at?: string | null;
          household_id?: string;
          id?: string;
          reached?: boolean | null;
          staff_id?: string;
          written_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'contact_note_household_fk';
            columns: ['household_id'];
            isOneToOne: false;
            referencedRelation: 'household';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'contact_note_staff_fk';
            columns: ['staff_id'];
            isOneToOne: false;
            referencedRelation: 'staff_member';
            referencedColumns: ['id'];
          },
        ];
      };
      data_request: {
        Row: {
          asked_at: string;
          decided_at: string | null;
          decided_by: string | null;
          decision: Database['public']['Enums']['request_decision'] | null;
          erased_at: string | null;
          household_id: string;
          id: string;
          kind: Database['public']['Enums']['request_kind'];
          member_id: string;
          reason: string | null;
          wish: string | null;
          withdrawn_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          asked_at?: string;
          decided_at?: string | null;
          decided_by?: string | null;
          decision?: Database['public']['Enums']['request_decision'] | null;
          erased_at?: string | null;
          household_id: string;
          id?: string;
          kind: Database['public']['Enums']['request_kind'];
          member_id: string;
          reason?: string | null;
          wish?: string | null;
          withdrawn_at?: string | null;
        };
        Update: {
          asked_at?: string;
          decided_at?: string | null;
          decided_by?: string | null;
          decision?: Database['public']['Enums']['request_decision'] | null;
          erased_at?: string | null;
          household_id?: string;
          id?: string;
          kind?: Database['public']['Enums']['request_kind'];
          member_id?: string;
          reason?: string | null;
          wish?: string | null;
          withdrawn_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'data_request_decided_by_fk';
            columns: ['decided_by'];
            isOneToOne: false;
            referencedRelation: 'staff_member';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'data_request_household_fk';
            columns: ['household_id'];
            isOneToOne: false;
            referencedRelation: 'household';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'data_request_member_fk';
            columns: ['member_id'];
            isOneToOne: false;
            referencedRelation: 'household_member';
            referencedColumns: ['id'];
          },
        ];
      };
      household: {
        Row: {
          address: string | null;
          ask_again_on: string | null;
          call_by: string | null;
          case_since: string | null;
          closed_at: string | null;
          closed_why: Database['public']['Enums']['closed_why'] | null;
          considering: Database['public']['Enums']['considering'] | null;
          created_at: string;
          erased_at: string | null;
          id: string;
          import_key: string | null;
          is_emergency_home: boolean;
          is_foster_home: boolean;
          joined_into: string | null;
          municipality: Database['public']['Enums']['municipality'];
          number: number;
          paused_at: string | null;
          paused_until: string | null;
          phase: Database['public']['Enums']['household_phase'];
          phase_before: Database['public']['Enums']['household_phase'] | null;
          protected_at: string | null;
          turn: string;
        };
        ComputedFields: never;
        Insert: {
          address?: string | null;
          ask_again_on?: string | null;
          call_by?: string | null;
          case_since?: string | null;
          closed_at?: string | null;
          closed_why?: Database['public']['Enums']['closed_why'] | null;
          considering?: Database['public']['Enums']['considering'] | null;
          created_at?: string;
          erased_at?: string | null;
          id?: string;
          import_key?: string | null;
          is_emergency_home?: boolean;
          is_foster_home?: boolean;
          joined_into?: string | null;
          municipality: Database['public']['Enums']['municipality'];
          number?: never;
          paused_at?: string | null;
          paused_until?: string | null;
          phase?: Database['public']['Enums']['household_phase'];
          phase_before?: Database['public']['Enums']['household_phase'] | null;
          protected_at?: string | null;
          turn?: never;
        };
        Update: {
          address?: string | null;
          ask_again_on?: string | null;
          call_by?: string | null;
          case_since?: string | null;
          closed_at?: string | null;
          closed_why?: Database['public']['Enums']['closed_why'] | null;
          considering?: Database['public']['Enums']['considering'] | null;
          created_at?: string;
          erased_at?: string | null;
          id?: string;
          import_key?: string | null;
          is_emergency_home?: boolean;
          is_foster_home?: boolean;
          joined_into?: string | null;
          municipality?: Database['public']['Enums']['municipality'];
          number?: never;
          paused_at?: string | null;
          paused_until?: string | null;
          phase?: Database['public']['Enums']['household_phase'];
          phase_before?: Database['public']['Enums']['household_phase'] | null;
          protected_at?: string | null;
          turn?: never;
        };
        Relationships: [
          {
            foreignKeyName: 'household_joined_into_fk';
            columns: ['joined_into'];
            isOneToOne: false;
            referencedRelation: 'household';
            referencedColumns: ['id'];
          },
        ];
      };
      household_coordinator: {
        Row: {
          household_id: string;
          since: string;
          staff_id: string;
        };
        ComputedFields: never;
        Insert: {
          household_id: string;
          since?: string;
          staff_id: string;
        };
        Update: {
          household_id?: string;
          since?: string;
          staff_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'household_coordinator_household_fk';
            columns: ['household_id'];
            isOneToOne: false;
            referencedRelation: 'household';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'household_coordinator_staff_fk';
            columns: ['staff_id'];
            isOneToOne: false;
            referencedRelation: 'staff_member';
            referencedColumns: ['id'];
          },
        ];
      };
      household_event: {
        Row: {
          actor: Database['public']['Enums']['actor_kind'];
          details: NonNullable<Json>;
          happened_at: string;
          household_id: string;
          id: number;
          kind: Database['public']['Enums']['household_event_kind'];
        };
        ComputedFields: never;
        Insert: {
          actor: Database['public']['Enums']['actor_kind'];
          details?: NonNullable<Json>;
          happened_at?: string;
          household_id: string;
          id?: never;
          kind: Database['public']['Enums']['household_event_kind'];
        };
        Update: {
          actor?: Database['public']['Enums']['actor_kind'];
          details?: NonNullable<Json>;
          happened_at?: string;
          household_id?: string;
          id?: never;
          kind?: Database['public']['Enums']['household_event_kind'];
        };
        Relationships: [
          {
            foreignKeyName: 'household_event_household_fk';
            columns: ['household_id'];
            isOneToOne: false;
            referencedRelation: 'household';
            referencedColumns: ['id'];
          },
        ];
      };
      household_member: {
        Row: {
          accepted_at: string | null;
          account_before: string | null;
          asked_by: string | null;
          email: string | null;
          email_key: string | null;
          erased_at: string | null;
          first_name: string | null;
          household_id: string;
          id: string;
          joined_at: string;
          last_name: string | null;
          left_at: string | null;
          phone: string | null;
          shares_contact_at: string | null;
          silent_since: string | null;
          silent_takes_codes: boolean;
          silent_times: string | null;
          user_id: string | null;
          wished_at: string | null;
          wished_email: string | null;
          wished_email_key: string | null;
          wished_token: string | null;
          withdrew_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          accepted_at?: string | null;
          account_before?: string | null;
          asked_by?: string | null;
          email?: string | null;
          email_key?: string | null;
          erased_at?: string | null;
          first_name?: string | null;
          household_id: string;
          id?: string;
          joined_at?: string;
          last_name?: string | null;
          left_at?: string | null;
          phone?: string | null;
          shares_contact_at?: string | null;
          silent_since?: string | null;
          silent_takes_codes?: boolean;
          silent_times?: string | null;
          user_id?: string | null;
          wished_at?: string | null;
          wished_email?: string | null;
          wished_email_key?: string | null;
          wished_token?: string | null;
          withdrew_at?: string | null;
        };
        Update: {
          accepted_at?: string | null;
          account_before?: string | null;
          asked_by?: string | null;
          email?: string | null;
          email_key?: string | null;
          erased_at?: string | null;
          first_name?: string | null;
          household_id?: string;
          id?: string;
          joined_at?: string;
          last_name?: string | null;
          left_at?: string | null;
          phone?: string | null;
          shares_contact_at?: string | null;
          silent_since?: string | null;
          silent_takes_codes?: boolean;
          silent_times?: string | null;
          user_id?: string | null;
          wished_at?: string | null;
          wished_email?: string | null;
          wished_email_key?: string | null;
          wished_token?: string | null;
          withdrew_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'household_member_asked_by_fk';
            columns: ['asked_by'];
            isOneToOne: false;
            referencedRelation: 'household_member';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'household_member_household_fk';
            columns: ['household_id'];
            isOneToOne: false;
            referencedRelation: 'household';
            referencedColumns: ['id'];
          },
        ];
      };
      household_step: {
        Row: {
          agreed_at: string | null;
          done_by: string | null;
          done_on: string | null;
          due_on: string | null;
          household_id: string;
          id: string;
          late_note: string | null;
          member_id: string | null;
          rough: boolean;
          step_id: string;
        };
        ComputedFields: never;
        Insert: {
          agreed_at?: string | null;
          done_by?: string | null;
          done_on?: string | null;
          due_on?: string | null;
          household_id: string;
          id?: string;
          late_note?: string | null;
          member_id?: string | null;
          rough?: boolean;
          step_id: string;
        };
        Update: {
          agreed_at?: string | null;
          done_by?: string | null;
          done_on?: string | null;
          due_on?: string | null;
          household_id?: string;
          id?: string;
          late_note?: string | null;
          member_id?: string | null;
          rough?: boolean;
          step_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'household_step_done_by_fk';
            columns: ['done_by'];
            isOneToOne: false;
            referencedRelation: 'staff_member';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'household_step_household_fk';
            columns: ['household_id'];
            isOneToOne: false;
            referencedRelation: 'household';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'household_step_member_fk';
            columns: ['member_id'];
            isOneToOne: false;
            referencedRelation: 'household_member';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'household_step_step_fk';
            columns: ['step_id'];
            isOneToOne: false;
            referencedRelation: 'way_step';
            referencedColumns: ['id'];
          },
        ];
      };
      interest: {
        Row: {
          adults: number;
          call_by: string | null;
          campaign: string | null;
          child_ages: number[];
          considering: Database['public']['Enums']['considering'];
          contact_times: Database['public']['Enums']['contact_time'][];
          contact_way: Database['public']['Enums']['contact_way'];
          digest: string;
          discarded_at: string | null;
          email: string | null;
          email_key: string | null;
          erased_at: string | null;
          first_name: string | null;
          heard_from: Database['public']['Enums']['heard_from'][];
          household_id: string;
          id: string;
          last_name: string | null;
          member_id: string | null;
          municipality: Database['public']['Enums']['municipality'];
          phone: string | null;
          question: string | null;
          question_flagged_at: string | null;
          registered_at: string;
          state: Database['public']['Enums']['interest_state'];
          taken_by: string | null;
        };
        ComputedFields: never;
        Insert: {
          adults: number;
          call_by?: string | null;
          campaign?: string | null;
          child_ages: number[];
          considering: Database['public']['Enums']['considering'];
          contact_times: Database['public']['Enums']['contact_time'][];
          contact_way: Database['public']['Enums']['contact_way'];
          digest: string;
          discarded_at?: string | null;
          email?: string | null;
          email_key?: string | null;
          erased_at?: string | null;
          first_name?: string | null;
          heard_from: Database['public']['Enums']['heard_from'][];
          household_id: string;
          id?: string;
          last_name?: string | null;
          member_id?: string | null;
          municipality: Database['public']['Enums']['municipality'];
          phone?: string | null;
          question?: string | null;
          question_flagged_at?: string | null;
          registered_at?: string;
          state: Database['public']['Enums']['interest_state'];
          taken_by?: string | null;
        };
        Update: {
          adults?: number;
          call_by?: string | null;
          campaign?: string | null;
          child_ages?: number[];
          considering?: Database['public']['Enums']['considering'];
          contact_times?: Database['public']['Enums']['contact_time'][];
          contact_way?: Database['public']['Enums']['contact_way'];
          digest?: string;
          discarded_at?: string | null;
          email?: string | null;
          email_key?: string | null;
          erased_at?: string | null;
          first_name?: string | null;
          heard_from?: Database['public']['Enums']['heard_from'][];
          household_id?: string;
          id?: string;
          last_name?: string | null;
          member_id?: string | null;
          municipality?: Database['public']['Enums']['municipality'];
          phone?: string | null;
          question?: string | null;
          question_flagged_at?: string | null;
          registered_at?: string;
          state?: Database['public']['Enums']['interest_state'];
          taken_by?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'interest_household_fk';
            columns: ['household_id'];
            isOneToOne: false;
            referencedRelation: 'household';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'interest_member_fk';
            columns: ['member_id'];
            isOneToOne: false;
            referencedRelation: 'household_member';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'interest_taken_by_fk';
            columns: ['taken_by'];
            isOneToOne: false;
            referencedRelation: 'staff_member';
            referencedColumns: ['id'];
          },
        ];
      };
      mail: {
        Row: {
          attempts: number;
          claim: string | null;
          claimed_until: string | null;
          created_at: string;
          ended_at: string | null;
          first_attempt_at: string | null;
          generation: number;
          household_id: string | null;
          id: string;
          last_error: string | null;
          member_id: string | null;
          next_attempt_at: string;
          payload: NonNullable<Json>;
          provider_id: string | null;
          recipient: string | null;
          seen_at: string | null;
          state: Database['public']['Enums']['mail_state'];
          template: Database['public']['Enums']['mail_template'];
        };
        ComputedFields: never;
        Insert: {
          attempts?: number;
          claim?: string | null;
          claimed_until?: string | null;
          created_at?: string;
          ended_at?: string | null;
          first_attempt_at?: string | null;
          generation?: number;
          household_id?: string | null;
          id?: string;
          last_error?: string | null;
          member_id?: string | null;
          next_attempt_at?: string;
          payload?: NonNullable<Json>;
          provider_id?: string | null;
          recipient?: string | null;
          seen_at?: string | null;
          state?: Database['public']['Enums']['mail_state'];
          template: Database['public']['Enums']['mail_template'];
        };
        Update: {
          attempts?: number;
          claim?: string | null;
          claimed_until?: string | null;
          created_at?: string;
          ended_at?: string | null;
          first_attempt_at?: string | null;
          generation?: number;
          household_id?: string | null;
          id?: string;
          last_error?: string | null;
          member_id?: string | null;
          next_attempt_at?: string;
          payload?: NonNullable<Json>;
          provider_id?: string | null;
          recipient?: string | null;
          seen_at?: string | null;
          state?: Database['public']['Enums']['mail_state'];
          template?: Database['public']['Enums']['mail_template'];
        };
        Relationships: [
          {
            foreignKeyName: 'mail_household_fk';
            columns: ['household_id'];
            isOneToOne: false;
            referencedRelation: 'household';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'mail_member_fk';
            columns: ['member_id'];
            isOneToOne: false;
            referencedRelation: 'household_member';
            referencedColumns: ['id'];
          },
        ];
      };
      mail_event: {
        Row: {
          happened_at: string;
          id: string;
          kind: string;
          mail_id: string;
          received_at: string;
        };
        ComputedFields: never;
        Insert: {
          happened_at: string;
          id: string;
          kind: string;
          mail_id: string;
          received_at?: string;
        };
        Update: {
          happened_at?: string;
          id?: string;
          kind?: string;
          mail_id?: string;
          received_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'mail_event_mail_fk';
            columns: ['mail_id'];
            isOneToOne: false;
            referencedRelation: 'mail';
            referencedColumns: ['id'];
          },
        ];
      };
      message: {
        Row: {
          body: string | null;
          erased_at: string | null;
          household_id: string;
          id: string;
          member_id: string;
          read_at: string | null;
          sent_at: string;
          staff_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          body?: string | null;
          erased_at?: string | null;
          household_id: string;
          id?: string;
          member_id: string;
          read_at?: string | null;
          sent_at?: string;
          staff_id?: string | null;
        };
        Update: {
          body?: string | null;
          erased_at?: string | null;
          household_id?: string;
          id?: string;
          member_id?: string;
          read_at?: string | null;
          sent_at?: string;
          staff_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'message_household_fk';
            columns: ['household_id'];
            isOneToOne: false;
            referencedRelation: 'household';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'message_member_fk';
            columns: ['member_id'];
            isOneToOne: false;
            referencedRelation: 'household_member';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'message_staff_fk';
            columns: ['staff_id'];
            isOneToOne: false;
            referencedRelation: 'staff_member';
            referencedColumns: ['id'];
          },
        ];
      };
      occasion: {
        Row: {
          about: string | null;
          activity: string;
          address: string | null;
          audience: Database['public']['Enums']['audience'][];
          booking_closed_at: string | null;
          booking_closes_at: string | null;
          booking_opens_at: string | null;
          cancelled_at: string | null;
          cancelled_why: string | null;
          changed: number;
          created_at: string;
          created_by: string | null;
          digital_link: string | null;
          digital_seats: number | null;
          ends_at: string | null;
          gives_certificate: boolean;
          guest_code: string;
          id: string;
          is_slotted: boolean;
          largest_party: number;
          municipalities: Database['public']['Enums']['municipality'][];
          municipality: Database['public']['Enums']['municipality'] | null;
          number: number;
          physical_seats: number | null;
          place: string | null;
          published_at: string | null;
          rule_month: string | null;
          starts_at: string | null;
          state: Database['public']['Enums']['occasion_state'];
          switch_until: string | null;
          takes_children: boolean;
          theme: string | null;
          title: string;
        };
        ComputedFields: never;
        Insert: {
          about?: string | null;
          activity: string;
          address?: string | null;
          audience: Database['public']['Enums']['audience'][];
          booking_closed_at?: string | null;
          booking_closes_at?: string | null;
          booking_opens_at?: string | null;
          cancelled_at?: string | null;
          cancelled_why?: string | null;
          changed?: number;
          created_at?: string;
          created_by?: string | null;
          digital_link?: string | null;
          digital_seats?: number | null;
          ends_at?: string | null;
          gives_certificate?: boolean;
          guest_code?: string;
          id?: string;
          is_slotted?: boolean;
          largest_party?: number;
          municipalities?: Database['public']['Enums']['municipality'][];
          municipality?: Database['public']['Enums']['municipality'] | null;
          number?: never;
          physical_seats?: number | null;
          place?: string | null;
          published_at?: string | null;
          rule_month?: string | null;
          starts_at?: string | null;
          state?: Database['public']['Enums']['occasion_state'];
          switch_until?: string | null;
          takes_children?: boolean;
          theme?: string | null;
          title: string;
        };
        Update: {
          about?: string | null;
          activity?: string;
          address?: string | null;
          audience?: Database['public']['Enums']['audience'][];
          booking_closed_at?: string | null;
          booking_closes_at?: string | null;
          booking_opens_at?: string | null;
          cancelled_at?: string | null;
          cancelled_why?: string | null;
          changed?: number;
          created_at?: string;
          created_by?: string | null;
          digital_link?: string | null;
          digital_seats?: number | null;
          ends_at?: string | null;
          gives_certificate?: boolean;
          guest_code?: string;
          id?: string;
          is_slotted?: boolean;
          largest_party?: number;
          municipalities?: Database['public']['Enums']['municipality'][];
          municipality?: Database['public']['Enums']['municipality'] | null;
          number?: never;
          physical_seats?: number | null;
          place?: string | null;
          published_at?: string | null;
          rule_month?: string | null;
          starts_at?: string | null;
          state?: Database['public']['Enums']['occasion_state'];
          switch_until?: string | null;
          takes_children?: boolean;
          theme?: string | null;
          title?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'occasion_created_by_fk';
            columns: ['created_by'];
            isOneToOne: false;
            referencedRelation: 'staff_member';
            referencedColumns: ['id'];
          },
        ];
      };
      occasion_session: {
        Row: {
          address: string | null;
          cancelled_at: string | null;
          digital_link: string | null;
          ends_at: string;
          form: Database['public']['Enums']['session_form'];
          id: string;
          occasion_id: string;
          part: number;
          place: string | null;
          staff_id: string | null;
          starts_at: string;
        };
        ComputedFields: never;
        Insert: {
          address?: string | null;
          cancelled_at?: string | null;
          digital_link?: string | null;
          ends_at: string;
          form: Database['public']['Enums']['session_form'];
          id?: string;
          occasion_id: string;
          part: number;
          place?: string | null;
          staff_id?: string | null;
          starts_at: string;
        };
        Update: {
          address?: string | null;
          cancelled_at?: string | null;
          digital_link?: string | null;
          ends_at?: string;
          form?: Database['public']['Enums']['session_form'];
          id?: string;
          occasion_id?: string;
          part?: number;
          place?: string | null;
          staff_id?: string | null;
          starts_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'occasion_session_occasion_fk';
            columns: ['occasion_id'];
            isOneToOne: false;
            referencedRelation: 'occasion';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'occasion_session_staff_fk';
            columns: ['staff_id'];
            isOneToOne: false;
            referencedRelation: 'staff_member';
            referencedColumns: ['id'];
          },
        ];
      };
      related_staff: {
        Row: {
          household_id: string;
          marked_at: string;
          marked_by: string;
          staff_id: string;
        };
        ComputedFields: never;
        Insert: {
          household_id: string;
          marked_at?: string;
          marked_by: string;
          staff_id: string;
        };
        Update: {
          household_id?: string;
          marked_at?: string;
          marked_by?: string;
          staff_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'related_staff_household_fk';
            columns: ['household_id'];
            isOneToOne: false;
            referencedRelation: 'household';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'related_staff_marked_by_fk';
            columns: ['marked_by'];
            isOneToOne: false;
            referencedRelation: 'staff_member';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'related_staff_staff_fk';
            columns: ['staff_id'];
            isOneToOne: false;
            referencedRelation: 'staff_member';
            referencedColumns: ['id'];
          },
        ];
      };
      seat_wish: {
        Row: {
          booking_id: string;
          form: Database['public']['Enums']['seat_form'];
          id: string;
          made_at: string;
          need: number;
          occasion_id: string;
          offer_until: string | null;
          offered_at: string | null;
          people: NonNullable<Json>;
          place: number;
          session_id: string | null;
          settled_at: string | null;
          state: Database['public']['Enums']['wish_state'];
        };
        ComputedFields: never;
        Insert: {
          booking_id: string;
          form: Database['public']['Enums']['seat_form'];
          id?: string;
          made_at?: string;
          need: number;
          occasion_id: string;
          offer_until?: string | null;
          offered_at?: string | null;
          people: NonNullable<Json>;
          place?: never;
          session_id?: string | null;
          settled_at?: string | null;
          state?: Database['public']['Enums']['wish_state'];
        };
        Update: {
          booking_id?: string;
          form?: Database['public']['Enums']['seat_form'];
          id?: string;
          made_at?: string;
          need?: number;
          occasion_id?: string;
          offer_until?: string | null;
          offered_at?: string | null;
          people?: NonNullable<Json>;
          place?: never;
          session_id?: string | null;
          settled_at?: string | null;
          state?: Database['public']['Enums']['wish_state'];
        };
        Relationships: [
          {
            foreignKeyName: 'seat_wish_booking_fk';
            columns: ['booking_id'];
            isOneToOne: false;
            referencedRelation: 'booking';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'seat_wish_occasion_fk';
            columns: ['occasion_id'];
            isOneToOne: false;
            referencedRelation: 'occasion';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'seat_wish_session_fk';
            columns: ['session_id'];
            isOneToOne: false;
            referencedRelation: 'occasion_session';
            referencedColumns: ['id'];
          },
        ];
      };
      staff_member: {
        Row: {
          email: string;
          email_key: string;
          ended_at: string | null;
          id: string;
          listed_at: string;
          name: string;
          role: Database['public']['Enums']['staff_role'];
          user_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          email: string;
          email_key: string;
          ended_at?: string | null;
          id?: string;
          listed_at?: string;
          name: string;
          role: Database['public']['Enums']['staff_role'];
          user_id?: string | null;
        };
        Update: {
          email?: string;
          email_key?: string;
          ended_at?: string | null;
          id?: string;
          listed_at?: string;
          name?: string;
          role?: Database['public']['Enums']['staff_role'];
          user_id?: string | null;
        };
        Relationships: [];
      };
      visit_request: {
        Row: {
          answered_at: string | null;
          answered_by: string | null;
          asked_at: string;
          email: string | null;
          erased_at: string | null;
          id: string;
          message: string | null;
          municipality: Database['public']['Enums']['municipality'];
          name: string | null;
          number: number;
          occasion_id: string | null;
          organisation: string | null;
          people: number;
          phone: string | null;
          state: Database['public']['Enums']['visit_state'];
          wished: string | null;
        };
        ComputedFields: never;
        Insert: {
          answered_at?: string | null;
          answered_by?: string | null;
          asked_at?: string;
          email?: string | null;
          erased_at?: string | null;
          id: string;
          message?: string | null;
          municipality: Database['public']['Enums']['municipality'];
          name?: string | null;
          number?: never;
          occasion_id?: string | null;
          organisation?: string | null;
          people: number;
          phone?: string | null;
          state?: Database['public']['Enums']['visit_state'];
          wished?: string | null;
        };
        Update: {
          answered_at?: string | null;
          answered_by?: string | null;
          asked_at?: string;
          email?: string | null;
          erased_at?: string | null;
          id?: string;
          message?: string | null;
          municipality?: Database['public']['Enums']['municipality'];
          name?: string | null;
          number?: never;
          occasion_id?: string | null;
          organisation?: string | null;
          people?: number;
          phone?: string | null;
          state?: Database['public']['Enums']['visit_state'];
          wished?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'visit_request_answered_by_fk';
            columns: ['answered_by'];
            isOneToOne: false;
            referencedRelation: 'staff_member';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'visit_request_occasion_fk';
            columns: ['occasion_id'];
            isOneToOne: false;
            referencedRelation: 'occasion';
            referencedColumns: ['id'];
          },
        ];
      };
      way_step: {
        Row: {
          about: string | null;
          begins_by: Database['public']['Enums']['household_event_kind'] | null;
          days: number | null;
          doer_name: string | null;
          doers: Database['public']['Enums']['step_doer'][];
          done_by: Database['public']['Enums']['household_event_kind'][];
          done_heading: string | null;
          heading: string;
          id: string;
          key: string;
          late_about: string | null;
          position: number;
          retired_at: string | null;
          rough: boolean;
          stage: Database['public']['Enums']['household_phase'];
        };
        ComputedFields: never;
        Insert: {
          about?: string | null;
          begins_by?: Database['public']['Enums']['household_event_kind'] | null;
          days?: number | null;
          doer_name?: string | null;
          doers: Database['public']['Enums']['step_doer'][];
          done_by?: Database['public']['Enums']['household_event_kind'][];
          done_heading?: string | null;
          heading: string;
          id?: string;
          key: string;
          late_about?: string | null;
          position: number;
          retired_at?: string | null;
          rough?: boolean;
          stage: Database['public']['Enums']['household_phase'];
        };
        Update: {
          about?: string | null;
          begins_by?: Database['public']['Enums']['household_event_kind'] | null;
          days?: number | null;
          doer_name?: string | null;
          doers?: Database['public']['Enums']['step_doer'][];
          done_by?: Database['public']['Enums']['household_event_kind'][];
          done_heading?: string | null;
          heading?: string;
          id?: string;
          key?: string;
          late_about?: string | null;
          position?: number;
          retired_at?: string | null;
          rough?: boolean;
          stage?: Database['public']['Enums']['household_phase'];
        };
        Relationships: [];
      };
    };
    Views: {
      [_ in never]: never;
    };
    Functions: {
      access_log_list: { Args: { p_before?: number; p_number?: number; p_staff?: string }; Returns: Json };
      account_erased: { Args: { p_user: string }; Returns: undefined };
      accounts_to_erase: { Args: Record<PropertyKey, never>; Returns: string[] };
      act_on_my_booking: { Args: { p_act: string; p_id: string }; Returns: Json };
      act_on_occasion: { Args: { p_act: string; p_number: number; p_seen?: number }; Returns: Json };
      act_on_visitor_booking: { Args: { p_act: string; p_gate: string; p_id: string; p_key: string }; Returns: Json };
      add_app: { Args: { p_gate: string; p_label: string; p_sealed_secret: string; p_step: number }; Returns: string };
      add_booking: {
        Args: {
          p_despite: boolean;
          p_door?: string;
          p_email?: string;
          p_email_key?: string;
          p_form: Database['public']['Enums']['seat_form'];
          p_home?: number;
          p_id: string;
          p_key_hash?: string;
          p_may?: boolean;
          p_name?: string;
          p_needs: string;
          p_number: number;
          p_organisation?: string;
          p_people: string;
          p_session?: string;
          p_wait: boolean;
        };
        Returns: Json;
      };
      add_coordinator: { Args: { p_number: number; p_staff: string }; Returns: Json };
      add_passkey: {
        Args: {
          p_counter: number;
          p_credential_id: string;
          p_gate: string;
          p_label: string;
          p_public_key: string;
          p_transports: string[];
        };
        Returns: string;
      };
      adult_messages: { Args: { p_member: string; p_number: number }; Returns: Json };
      answer_invitation: { Args: { p_yes: boolean }; Returns: boolean };
      answer_visit: {
        Args: { p_number: number; p_occasion?: number; p_state: Database['public']['Enums']['visit_state'] };
        Returns: Json;
      };
      ask_access: { Args: { p_number: number; p_reason: string }; Returns: Json };
      ask_adult: { Args: { p_email: string; p_email_key: string; p_first_name: string; p_last_name: string }; Returns: Json };
      ask_again: { Args: { p_number: number; p_on?: string }; Returns: Json };
      ask_for_code: {
        Args: { p_address_key: string; p_email: string; p_gate: string; p_network_key: string; p_next?: string };
        Returns: Json;
      };
      ask_own_address: { Args: { p_email: string; p_email_key: string }; Returns: Json };
      begin_assessment: { Args: { p_number: number }; Returns: Json };
      begin_session: {
        Args: { p_address_key: string; p_email_key: string; p_gate: string; p_network_key: string };
        Returns: Json;
      };
      book_as_visitor: {
        Args: {
          p_address_key: string;
          p_email: string;
          p_email_key: string;
          p_form: Database['public']['Enums']['seat_form'];
          p_gate: string;
          p_guest_code?: string;
          p_id: string;
          p_key_hash: string;
          p_name: string;
          p_needs: string;
          p_network_key: string;
          p_number: number;
          p_organisation?: string;
          p_people: string;
          p_session?: string;
          p_wait: boolean;
        };
        Returns: Json;
      };
      book_for_home: {
        Args: {
          p_despite: boolean;
          p_form: Database['public']['Enums']['seat_form'];
          p_id: string;
          p_needs: string;
          p_number: number;
          p_people: string;
          p_session?: string;
          p_wait: boolean;
        };
        Returns: Json;
      };
      book_plan: { Args: { p_people: string; p_plan: string }; Returns: Json };
      booking_adults: { Args: Record<PropertyKey, never>; Returns: Json };
      break_glass_list: { Args: Record<PropertyKey, never>; Returns: Json };
      calendar: { Args: { p_activity?: string; p_after?: string }; Returns: Json };
      cancel_by_hand: { Args: { p_id: string }; Returns: Json };
      cancel_occasion: { Args: { p_number: number; p_seen?: number; p_why: string }; Returns: Json };
      change_adult: {
        Args: {
          p_email?: string;
          p_email_key?: string;
          p_first_name: string;
          p_last_name: string;
          p_member: string;
          p_number: number;
          p_phone?: string;
        };
        Returns: Json;
      };
      change_my_booking: {
        Args: {
          p_form: Database['public']['Enums']['seat_form'];
          p_id: string;
          p_people: string;
          p_session?: string;
          p_wait: boolean;
        };
        Returns: Json;
      };
      change_own_address: { Args: { p_token: string }; Returns: Json };
      change_phone: { Args: { p_phone?: string }; Returns: undefined };
      change_role: { Args: { p_role: Database['public']['Enums']['staff_role']; p_staff: string }; Returns: Json };
      change_visitor_booking: {
        Args: {
          p_form: Database['public']['Enums']['seat_form'];
          p_gate: string;
          p_id: string;
          p_key: string;
          p_people: string;
          p_session?: string;
          p_wait: boolean;
        };
        Returns: Json;
      };
      check_certificate: { Args: { p_code: string; p_gate: string; p_name?: string; p_network_key: string }; Returns: Json };
      claim_code_wishes: {
        Args: Record<PropertyKey, never>;
        Returns: Database['public']['CompositeTypes']['claimed_code_wish'][];
        SetofOptions: {
          from: '*';
          to: 'claimed_code_wish';
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      claim_mails: {
        Args: { p_limit: number; p_now?: string };
        Returns: Database['public']['CompositeTypes']['claimed_mail'][];
        SetofOptions: {
          from: '*';
          to: 'claimed_mail';
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      close_household: {
        Args: { p_body?: string; p_number: number; p_seen?: number; p_why: Database['public']['Enums']['closed_why'] };
        Returns: Json;
      };
      colleagues: { Args: Record<PropertyKey, never>; Returns: Json };
      confirm_import: { Args: { p_draft: string }; Returns: Json };
      copy_occasion: { Args: { p_id: string; p_number: number; p_on: string }; Returns: Json };
      days_of_all: { Args: Record<PropertyKey, never>; Returns: Json };
      decide_request: {
        Args: {
          p_decision: Database['public']['Enums']['request_decision'];
          p_number: number;
          p_reason: string;
          p_request: string;
        };
        Returns: Json;
      };
      desk_occasion: { Args: { p_number: number }; Returns: Json };
      desk_occasions: { Args: { p_activity?: string; p_year?: number }; Returns: Json };
      end_session: { Args: { p_everywhere: boolean; p_gate: string; p_session: string }; Returns: undefined };
      ensure_first_head: { Args: { p_email: string; p_email_key: string; p_name: string }; Returns: boolean };
      enter_by_hand: {
        Args: {
          p_address?: string;
          p_adults: string;
          p_call_by?: string;
          p_child_ages?: number[];
          p_considering?: Database['public']['Enums']['considering'];
          p_contact_times?: string[];
          p_contact_way?: Database['public']['Enums']['contact_way'];
          p_coordinator?: string;
          p_heard_from?: string[];
          p_invite?: boolean;
          p_is_emergency_home?: boolean;
          p_is_foster_home?: boolean;
          p_kind: string;
          p_municipality: Database['public']['Enums']['municipality'];
          p_number_of_adults?: number;
          p_protected?: boolean;
          p_question?: string;
        };
        Returns: Json;
      };
      flag_interest_question: { Args: { p_interest: string; p_number: number }; Returns: Json };
      forget_booking_needs: { Args: { p_now?: string }; Returns: Json };
      forget_traces: { Args: { p_days: number; p_now?: string }; Returns: undefined };
      forget_visits: { Args: { p_months: number; p_now?: string }; Returns: number };
      give_back_seats: { Args: { p_now?: string }; Returns: number };
      hand_over: { Args: { p_from?: string; p_number: number; p_to: string }; Returns: Json };
      head_figures: { Args: { p_year: number }; Returns: Json };
      home_to_book: { Args: { p_home: number; p_number: number }; Returns: Json };
      homes_lacking_course: { Args: { p_activity: string }; Returns: Json };
      household_list: {
        Args: {
          p_before?: number;
          p_coordinator?: string;
          p_kind?: Database['public']['Enums']['considering'];
          p_municipality?: Database['public']['Enums']['municipality'];
          p_phase?: Database['public']['Enums']['household_phase'];
          p_since?: string;
          p_turn?: string;
        };
        Returns: Json;
      };
      household_page: { Args: { p_number: number }; Returns: Json };
      household_requests: { Args: { p_number: number }; Returns: Json };
      import_draft: { Args: { p_draft: string }; Returns: Json };
      information_months: { Args: Record<PropertyKey, never>; Returns: Json };
      invite_adult: {
        Args: {
          p_email?: string;
          p_email_key?: string;
          p_first_name: string;
          p_last_name: string;
          p_number: number;
          p_phone?: string;
        };
        Returns: Json;
      };
      invite_adults: { Args: { p_number: number }; Returns: Json };
      invite_imported: { Args: { p_draft: string }; Returns: Json };
      invite_to_information: { Args: { p_at: string; p_number: number; p_seen?: number }; Returns: Json };
      join_homes: { Args: { p_into: number; p_number: number; p_seen?: number; p_seen_into?: number }; Returns: Json };
      keep_challenge: { Args: { p_challenge: string; p_gate: string; p_purpose: string }; Returns: undefined };
      keep_form: { Args: { p_gate: string; p_path: string; p_sealed: string; p_session: string }; Returns: boolean };
      keep_import: { Args: { p_rows: string }; Returns: string };
      keep_time: { Args: { p_days: number; p_months: number; p_now?: string }; Returns: Json };
      list_staff: {
        Args: { p_email: string; p_email_key: string; p_name: string; p_role: Database['public']['Enums']['staff_role'] };
        Returns: Json;
      };
      log_call: { Args: { p_note?: string; p_number: number; p_reached?: boolean }; Returns: Json };
      make_information_year: { Args: { p_year: string }; Returns: Json };
      make_request: { Args: { p_kind: Database['public']['Enums']['request_kind']; p_wish?: string }; Returns: Json };
      mark_attendance: { Args: { p_marks: string; p_session: string }; Returns: Json };
      mark_related: { Args: { p_number: number; p_staff: string }; Returns: Json };
      mark_rest_absent: { Args: { p_session: string }; Returns: Json };
      message_adult: { Args: { p_body: string; p_member: string; p_number: number }; Returns: Json };
      message_booked: {
        Args: { p_body: string; p_number: number; p_press: string; p_subject: string; p_to: string };
        Returns: Json;
      };
      move_booking: {
        Args: {
          p_despite: boolean;
          p_form: Database['public']['Enums']['seat_form'];
          p_id: string;
          p_key_hash?: string;
          p_new: string;
          p_session?: string;
          p_to: number;
          p_wait: boolean;
        };
        Returns: Json;
      };
      move_session: { Args: { p_number: number; p_seen?: number; p_session?: string; p_to: string }; Returns: Json };
      my_booking: { Args: { p_id: string }; Returns: Json };
      my_bookings: { Args: Record<PropertyKey, never>; Returns: Json };
      my_certificate: { Args: { p_code: string }; Returns: Json };
      my_copy: { Args: Record<PropertyKey, never>; Returns: Json };
      my_course_record: { Args: Record<PropertyKey, never>; Returns: Json };
      my_day: { Args: { p_all?: boolean; p_staff?: string }; Returns: Json };
      my_home: { Args: Record<PropertyKey, never>; Returns: Json };
      my_invitation: { Args: Record<PropertyKey, never>; Returns: Json };
      my_messages: { Args: Record<PropertyKey, never>; Returns: Json };
      my_requests: { Args: Record<PropertyKey, never>; Returns: Json };
      occasion_needs: { Args: { p_number: number }; Returns: Json };
      occasion_page: { Args: { p_guest_code?: string; p_number: number }; Returns: Json };
      occasions_ahead: { Args: { p_number: number }; Returns: Json };
      offer_seat: { Args: { p_booking: string; p_number: number }; Returns: Json };
      part_homes: { Args: { p_from: number; p_number: number; p_seen?: number }; Returns: Json };
      participants: { Args: { p_number: number }; Returns: Json };
      pass_app_code: { Args: { p_factor: string; p_gate: string; p_step: number }; Returns: boolean };
      pass_on_offers: { Args: { p_now?: string }; Returns: number };
      pass_passkey: { Args: { p_counter: number; p_factor: string; p_gate: string }; Returns: boolean };
      pass_recovery_code: { Args: { p_gate: string; p_hash: string }; Returns: boolean };
      pause_household: { Args: { p_month?: string; p_number: number }; Returns: Json };
      pause_own: { Args: { p_month: string }; Returns: Json };
      protect_household: { Args: { p_number: number; p_on: boolean }; Returns: Json };
      record_mail_event: {
        Args: { p_at: string; p_event: string; p_generation: number; p_kind: string; p_mail: string };
        Returns: boolean;
      };
      register_interest: {
        Args: {
          p_address_key: string;
          p_adults: number;
          p_call_by: string;
          p_campaign?: string;
          p_child_ages: number[];
          p_considering: Database['public']['Enums']['considering'];
          p_contact_times: string[];
          p_contact_way: Database['public']['Enums']['contact_way'];
          p_draft_key: string;
          p_email: string;
          p_email_address: string;
          p_email_key: string;
          p_first_name: string;
          p_gate: string;
          p_heard_from: string[];
          p_last_name: string;
          p_municipality: Database['public']['Enums']['municipality'];
          p_network_key: string;
          p_phone?: string;
          p_proven: boolean;
          p_question?: string;
        };
        Returns: boolean;
      };
      remind_of_bookings: { Args: { p_now?: string }; Returns: number };
      remove_adult: { Args: { p_member: string; p_number: number }; Returns: Json };
      remove_coordinator: { Args: { p_number: number; p_staff: string }; Returns: Json };
      remove_factor: { Args: { p_factor: string; p_gate: string }; Returns: boolean };
      remove_staff: { Args: { p_staff: string }; Returns: Json };
      reopen_household: { Args: { p_number: number }; Returns: Json };
      request_visit: {
        Args: {
          p_address_key: string;
          p_email: string;
          p_gate: string;
          p_id: string;
          p_message?: string;
          p_municipality: Database['public']['Enums']['municipality'];
          p_name: string;
          p_network_key: string;
          p_organisation: string;
          p_people: number;
          p_phone?: string;
          p_wished: string;
        };
        Returns: Json;
      };
      reset_second_factor: { Args: { p_staff: string }; Returns: Json };
      restore_addition: { Args: { p_interest: string; p_number: number }; Returns: Json };
      resume_own: { Args: Record<PropertyKey, never>; Returns: Json };
      retry_mail: { Args: { p_mail: string }; Returns: boolean };
      save_occasion: { Args: { p_id: string; p_occasion: string; p_seen?: number }; Returns: Json };
      search_households: { Args: { p_query: string }; Returns: Json };
      second_factors: { Args: { p_gate: string }; Returns: Json };
      see_break_glass: { Args: { p_end: boolean; p_id: string }; Returns: boolean };
      send_message: { Args: { p_body: string }; Returns: Json };
      set_address: { Args: { p_address?: string; p_number: number }; Returns: Json };
      set_adult_silence: { Args: { p_member: string; p_number: number; p_times?: string }; Returns: Json };
      set_capacity: { Args: { p_digital?: number; p_number: number; p_physical?: number; p_seen?: number }; Returns: Json };
      set_my_needs: { Args: { p_id: string; p_needs: string }; Returns: Json };
      set_own_silence: { Args: { p_takes_codes?: boolean; p_times?: string }; Returns: undefined };
      set_recovery_codes: { Args: { p_gate: string; p_hashes: string[] }; Returns: undefined };
      set_step: {
        Args: {
          p_agreed_at?: string;
          p_done_on?: string;
          p_due_on?: string;
          p_late_note?: string;
          p_number: number;
          p_seen?: number;
          p_step: string;
        };
        Returns: Json;
      };
      set_visitor_needs: { Args: { p_gate: string; p_id: string; p_key: string; p_needs: string }; Returns: Json };
      settle_addition: {
        Args: { p_accept: boolean; p_interest: string; p_number: number; p_seen?: number; p_take_municipality?: boolean };
        Returns: Json;
      };
      settle_mail: { Args: { p_mail: string }; Returns: boolean };
      share_contact: { Args: { p_on: boolean }; Returns: undefined };
      staff_list: { Args: Record<PropertyKey, never>; Returns: Json };
      stamp_mail_failed: {
        Args: {
          p_claim: string;
          p_error: string;
          p_failure: Database['public']['Enums']['mail_failure'];
          p_mail: string;
          p_now?: string;
        };
        Returns: boolean;
      };
      stamp_mail_sent: { Args: { p_claim: string; p_mail: string; p_provider_id: string }; Returns: boolean };
      stuck_mails: {
        Args: Record<PropertyKey, never>;
        Returns: Database['public']['CompositeTypes']['stuck_mail'][];
        SetofOptions: {
          from: '*';
          to: 'stuck_mail';
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      take_back_asking: { Args: { p_member: string }; Returns: boolean };
      take_challenge: { Args: { p_gate: string; p_purpose: string }; Returns: string };
      take_form: { Args: { p_path: string }; Returns: string };
      try_code: { Args: { p_address_key: string; p_gate: string; p_network_key: string }; Returns: boolean };
      try_second_factor: { Args: { p_gate: string }; Returns: boolean };
      turnout: { Args: { p_year: number }; Returns: Json };
      unmark_related: { Args: { p_number: number; p_staff: string }; Returns: Json };
      visit: { Args: Record<PropertyKey, never>; Returns: Json };
      visit_requests: { Args: Record<PropertyKey, never>; Returns: Json };
      visitor_booking: { Args: { p_gate: string; p_id: string; p_key: string }; Returns: Json };
      visitor_certificates: { Args: { p_gate: string; p_id: string; p_key: string }; Returns: Json };
      waiting_requests: { Args: Record<PropertyKey, never>; Returns: Json };
      warn_of_consents: { Args: { p_warnings: string }; Returns: number };
      who_opened: { Args: { p_before?: number }; Returns: Json };
      withdraw_own: { Args: Record<PropertyKey, never>; Returns: Json };
      withdraw_request: { Args: { p_request: string }; Returns: boolean };
    };
    Enums: {
      access_action: 'found' | 'opened' | 'changed' | 'asked' | 'listed';
      access_ground: 'registration' | 'coordinator' | 'head' | 'break_glass';
      actor_kind: 'family' | 'staff' | 'system';
      assurance: 'email_code' | 'second_factor' | 'eid';
      attendance_state: 'attended' | 'absent';
      audience: 'everyone' | 'assessed' | 'foster_homes' | 'emergency_homes' | 'secretaries' | 'guests';
      booking_end: 'by_booker' | 'by_staff' | 'occasion_cancelled' | 'left_line' | 'passed' | 'expired' | 'moved_away';
      booking_state: 'booked' | 'waiting' | 'cancelled';
      closed_why: 'withdrawn' | 'not_now' | 'not_suited' | 'not_reached' | 'elsewhere' | 'joined';
      considering: 'foster_home' | 'emergency_home' | 'not_sure';
      contact_time: 'morning' | 'afternoon' | 'any_time';
      contact_way: 'phone' | 'text_first' | 'email_first';
      heard_from:
        | 'friend'
        | 'foster_home'
        | 'social_media'
        | 'media'
        | 'event'
        | 'work_or_association'
        | 'municipality'
        | 'web_search'
        | 'poster'
        | 'other';
      household_event_kind:
        | 'interest_registered'
        | 'interest_added'
        | 'interest_repeated'
        | 'question_flagged'
        | 'mail_undelivered'
        | 'adult_invited'
        | 'adult_changed'
        | 'adult_left'
        | 'assessment_began'
        | 'coordinator_added'
        | 'coordinator_removed'
        | 'staff_related'
        | 'staff_unrelated'
        | 'protection_began'
        | 'protection_ended'
        | 'address_changed'
        | 'contact_changed'
        | 'contact_shared'
        | 'contact_unshared'
        | 'silence_began'
        | 'silence_ended'
        | 'mail_withheld'
        | 'request_made'
        | 'request_withdrawn'
        | 'request_decided'
        | 'erasure_announced'
        | 'erasure_called_off'
        | 'erased'
        | 'call_reached'
        | 'call_missed'
        | 'note_written'
        | 'step_changed'
        | 'message_written'
        | 'adult_accepted'
        | 'adult_declined'
        | 'adult_withdrew'
        | 'paused'
        | 'resumed'
        | 'ask_again_set'
        | 'closed'
        | 'reopened'
        | 'handed_over'
        | 'entered_by_hand'
        | 'information_invited'
        | 'joined'
        | 'parted'
        | 'addition_accepted'
        | 'addition_discarded'
        | 'addition_restored';
      household_phase: 'interest' | 'assessment' | 'home' | 'closed';
      interest_state: 'received' | 'unconfirmed_addition' | 'discarded';
      mail_failure: 'temporary' | 'busy' | 'permanent';
      mail_state: 'waiting' | 'claimed' | 'sent' | 'delivered' | 'bounced' | 'complained' | 'stopped' | 'withheld';
      mail_template:
        | 'interest_received'
        | 'interest_notice'
        | 'undelivered_notice'
        | 'complaint_notice'
        | 'adult_invited'
        | 'address_asked'
        | 'address_replaced'
        | 'staff_listed'
        | 'security_notice'
        | 'break_glass_notice'
        | 'request_notice'
        | 'request_decided'
        | 'erasure_announced'
        | 'unannounced_notice'
        | 'message_waits'
        | 'message_notice'
        | 'matter_changed'
        | 'matter_notice'
        | 'withdrawn'
        | 'consent_notice'
        | 'booking_confirmed'
        | 'booking_waiting'
        | 'booking_offer'
        | 'booking_offer_gone'
        | 'booking_changed'
        | 'booking_moved'
        | 'booking_cancelled'
        | 'booking_link'
        | 'booking_reminder'
        | 'booking_thanks'
        | 'booking_message'
        | 'certificate_issued'
        | 'visit_received'
        | 'visit_notice';
      municipality: 'harnosand' | 'kramfors' | 'solleftea' | 'timra' | 'ange' | 'ornskoldsvik';
      occasion_state: 'proposed' | 'draft' | 'published' | 'cancelled';
      reminder_kind: 'week' | 'day' | 'hour' | 'thanks';
      request_decision: 'granted' | 'partly' | 'refused';
      request_kind: 'erasure' | 'insight';
      seat_form: 'digital' | 'physical';
      session_form: 'digital' | 'physical' | 'hybrid';
      staff_role: 'coordinator' | 'communicator' | 'head';
      step_doer: 'family' | 'adult' | 'gfo' | 'municipality' | 'authority';
      visit_state: 'asked' | 'agreed' | 'declined';
      wish_state: 'waiting' | 'offered' | 'accepted' | 'passed' | 'expired' | 'left';
    };
    CompositeTypes: {
      claimed_code_wish: {
        id: number | null;
        email: string | null;
        has_account: boolean | null;
      };
      claimed_mail: {
        id: string | null;
        template: Database['public']['Enums']['mail_template'] | null;
        recipient: string | null;
        payload: Json | null;
        claim: string | null;
        key: string | null;
        tag: string | null;
        attempts: number | null;
        written_at: string | null;
      };
      stuck_mail: {
        id: string | null;
        template: Database['public']['Enums']['mail_template'] | null;
        state: Database['public']['Enums']['mail_state'] | null;
        attempts: number | null;
        last_error: string | null;
        created_at: string | null;
        household_number: number | null;
      };
    };
  };
};

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, 'public'>];

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])[TableName] extends {
      Row: infer R;
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    ? (DefaultSchema['Tables'] & DefaultSchema['Views'])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R;
      }
      ? R
      : never
    : never;

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Insert: infer I;
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I;
      }
      ? I
      : never
    : never;

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Update: infer U;
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U;
      }
      ? U
      : never
    : never;

export type Enums<
  DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums'] | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums']
    : never = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums'][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums']
    ? DefaultSchema['Enums'][DefaultSchemaEnumNameOrOptions]
    : never;

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes'] | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes']
    : never = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes'][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes']
    ? DefaultSchema['CompositeTypes'][PublicCompositeTypeNameOrOptions]
    : never;

export const Constants = {
  public: {
    Enums: {
      access_action: ['found', 'opened', 'changed', 'asked', 'listed'],
      access_ground: ['registration', 'coordinator', 'head', 'break_glass'],
      actor_kind: ['family', 'staff', 'system'],
      assurance: ['email_code', 'second_factor', 'eid'],
      attendance_state: ['attended', 'absent'],
      audience: ['everyone', 'assessed', 'foster_homes', 'emergency_homes', 'secretaries', 'guests'],
      booking_end: ['by_booker', 'by_staff', 'occasion_cancelled', 'left_line', 'passed', 'expired', 'moved_away'],
      booking_state: ['booked', 'waiting', 'cancelled'],
      closed_why: ['withdrawn', 'not_now', 'not_suited', 'not_reached', 'elsewhere', 'joined'],
      considering: ['foster_home', 'emergency_home', 'not_sure'],
      contact_time: ['morning', 'afternoon', 'any_time'],
      contact_way: ['phone', 'text_first', 'email_first'],
      heard_from: [
        'friend',
        'foster_home',
        'social_media',
        'media',
        'event',
        'work_or_association',
        'municipality',
        'web_search',
        'poster',
        'other',
      ],
      household_event_kind: [
        'interest_registered',
        'interest_added',
        'interest_repeated',
        'question_flagged',
        'mail_undelivered',
        'adult_invited',
        'adult_changed',
        'adult_left',
        'assessment_began',
        'coordinator_added',
        'coordinator_removed',
        'staff_related',
        'staff_unrelated',
        'protection_began',
        'protection_ended',
        'address_changed',
        'contact_changed',
        'contact_shared',
        'contact_unshared',
        'silence_began',
        'silence_ended',
        'mail_withheld',
        'request_made',
        'request_withdrawn',
        'request_decided',
        'erasure_announced',
        'erasure_called_off',
        'erased',
        'call_reached',
        'call_missed',
        'note_written',
        'step_changed',
        'message_written',
        'adult_accepted',
        'adult_declined',
        'adult_withdrew',
        'paused',
        'resumed',
        'ask_again_set',
        'closed',
        'reopened',
        'handed_over',
        'entered_by_hand',
        'information_invited',
        'joined',
        'parted',
        'addition_accepted',
        'addition_discarded',
        'addition_restored',
      ],
      household_phase: ['interest', 'assessment', 'home', 'closed'],
      interest_state: ['received', 'unconfirmed_addition', 'discarded'],
      mail_failure: ['temporary', 'busy', 'permanent'],
      mail_state: ['waiting', 'claimed', 'sent', 'delivered', 'bounced', 'complained', 'stopped', 'withheld'],
      mail_template: [
        'interest_received',
        'interest_notice',
        'undelivered_notice',
        'complaint_notice',
        'adult_invited',
        'address_asked',
        'address_replaced',
        'staff_listed',
        'security_notice',
        'break_glass_notice',
        'request_notice',
        'request_decided',
        'erasure_announced',
        'unannounced_notice',
        'message_waits',
        'message_notice',
        'matter_changed',
        'matter_notice',
        'withdrawn',
        'consent_notice',
        'booking_confirmed',
        'booking_waiting',
        'booking_offer',
        'booking_offer_gone',
        'booking_changed',
        'booking_moved',
        'booking_cancelled',
        'booking_link',
        'booking_reminder',
        'booking_thanks',
        'booking_message',
        'certificate_issued',
        'visit_received',
        'visit_notice',
      ],
      municipality: ['harnosand', 'kramfors', 'solleftea', 'timra', 'ange', 'ornskoldsvik'],
      occasion_state: ['proposed', 'draft', 'published', 'cancelled'],
      reminder_kind: ['week', 'day', 'hour', 'thanks'],
      request_decision: ['granted', 'partly', 'refused'],
      request_kind: ['erasure', 'insight'],
      seat_form: ['digital', 'physical'],
      session_form: ['digital', 'physical', 'hybrid'],
      staff_role: ['coordinator', 'communicator', 'head'],
      step_doer: ['family', 'adult', 'gfo', 'municipality', 'authority'],
      visit_state: ['asked', 'agreed', 'declined'],
      wish_state: ['waiting', 'offered', 'accepted', 'passed', 'expired', 'left'],
    },
  },
} as const;
